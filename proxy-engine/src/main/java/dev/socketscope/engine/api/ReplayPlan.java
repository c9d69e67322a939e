package dev.socketscope.engine.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which captured messages are sent again, and when. They go in the order in which they were captured, each once, each the way it
 * went; fragments are joined.
 *
 * @param speed 0.1 to 100; 2 halves the gaps. For {@link Timing#ORIGINAL}
 * @param maxGap up to 1 h; a longer gap is cut to it before the speed is applied. For {@link Timing#ORIGINAL}
 */
public record ReplayPlan(Selection selection, Timing timing, double speed, Duration maxGap) {
    /** Messages of one replay. */
    public static final int MOST_MESSAGES = 10_000;
    /** Content of all messages of one replay together; 32 MiB. */
    public static final long MOST_BYTES = 32L << 20;
    public static final Duration USUAL_GAP = Duration.ofSeconds(60);
    private static final Duration LONGEST_GAP = Duration.ofHours(1);
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 100;

    /** When messages are sent. */
    public enum Timing {
        /** With the gaps between them that they had. */
        ORIGINAL,
        /** One behind the other, as fast as the receivers take them. */
        NONE
    }

    /** Which messages. */
    public sealed interface Selection {
        /**
         * Those that the frames belong to; all of them must be text or binary, and wholly captured.
         *
         * @param seqs 1 to {@value ReplayPlan#MOST_MESSAGES}, of any connections
         */
        record Frames(List<Long> seqs) implements Selection {
            public Frames {
                if (seqs.isEmpty() || seqs.size() > MOST_MESSAGES) {
                    throw FaultChecks.unfit("frames", seqs.size() + " numbers", "1 to " + MOST_MESSAGES);
                }
                seqs = List.copyOf(seqs);
            }
        }

        /**
         * All messages of a connection's peers that begin in a range; they must be wholly captured. What the engine has added itself
         * (injected, edited, replayed) is not among them.
         *
         * @param connection id
         * @param from number of a frame
         * @param to number of a frame, {@code from} or more; numbers that do not exist yet select nothing
         * @param direction only those that went this way; null for both
         */
        record Range(String connection, long from, long to, @Nullable Direction direction) implements Selection {
            public Range {
                FaultChecks.number("from", from, 0, Long.MAX_VALUE);
                FaultChecks.number("to", to, from, Long.MAX_VALUE);
            }
        }
    }

    /** @throws InvalidFaultException when a value is out of range */
    public ReplayPlan {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw FaultChecks.unfit("speed", Double.toString(speed), "a number from " + SLOWEST + " to 100");
        }
        FaultChecks.span("maxGap", maxGap, FaultChecks.NONE, LONGEST_GAP);
    }

    /** With the original timing. */
    public static ReplayPlan of(Selection selection) {
        return new ReplayPlan(selection, Timing.ORIGINAL, 1, USUAL_GAP);
    }

    public ReplayPlan at(double times) {
        return new ReplayPlan(selection, timing, times, maxGap);
    }

    public ReplayPlan withoutGaps() {
        return new ReplayPlan(selection, Timing.NONE, 1, USUAL_GAP);
    }
}
