package dev.socketscope.engine.api;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Faults that end a leg or a whole connection, or keep its end back. Where nothing else is said, both legs end with FIN. */
public sealed interface EndingFault extends FaultSpec {
    /**
     * Ends a connection at once, and every new one as soon as it is open. With a direction, an opcode or a text in its
     * {@link FaultMatch} it waits for such a message, ends the connection in its place, and the message is lost.
     *
     * @param code for {@link Mode#CLOSE}; one that may stand on the wire
     * @param reason for {@link Mode#CLOSE}; at most 123 bytes of UTF-8
     */
    record Disconnect(Legs leg, Mode mode, int code, String reason) implements EndingFault {
        public Disconnect {
            FaultChecks.close(code, reason);
        }
    }

    /**
     * Takes the link down, for as long as the fault lasts: open connections end, handshakes and attempts to reach the upstream again
     * fail. Disarming restores it, and what waits for its upstream dials at once.
     *
     * @param leg which side's link
     * @param code for {@link Mode#CLOSE}; one that may stand on the wire
     * @param reason for {@link Mode#CLOSE}; at most 123 bytes of UTF-8
     */
    record Cut(Legs leg, Mode mode, int code, String reason) implements EndingFault {
        public Cut {
            FaultChecks.close(code, reason);
        }
    }

    /** Ends a connection of that age, whatever its traffic; one that is already older, at once. */
    record MaxLifetime(Duration lifetime) implements EndingFault {
        public MaxLifetime {
            FaultChecks.span("duration", lifetime, FaultChecks.SHORTEST, FaultChecks.LONGEST_LIFE);
        }
    }

    /** Ends a connection on which no byte has travelled for so long, in the match's direction or in any; pings count as bytes. */
    record IdleCut(Duration idle) implements EndingFault {
        public static final Duration DEFAULT = Duration.ofSeconds(100);

        public IdleCut {
            FaultChecks.span("idle", idle, FaultChecks.SHORTEST, FaultChecks.LONGEST_LIFE);
        }
    }

    /** A leg's end reaches the other leg late. */
    record SlowClose(Duration delay) implements EndingFault {
        public SlowClose {
            FaultChecks.delay("delay", delay);
        }
    }

    /**
     * The link goes down, and comes up again, and so on. Going down ends open connections; while it is down, handshakes and
     * attempts to reach the upstream again fail. The first time is when the fault begins.
     *
     * @param down how long it stays down; shorter than {@code every}
     * @param every from one time to the next
     * @param cycles how often; null for always
     * @param leg which side's link
     * @param mode how open connections end; {@link Mode#CLOSE} with 1001
     */
    record Flap(Duration down, Duration every, @Nullable Integer cycles, Legs leg, Mode mode) implements EndingFault {
        private static final int MOST_CYCLES = 1_000_000;

        public Flap {
            FaultChecks.span("every", every, FaultChecks.SHORTEST, FaultChecks.LONGEST_LIFE);
            FaultChecks.span("down", down, FaultChecks.SHORTEST, FaultChecks.LONGEST_LIFE);
            if (down.compareTo(every) >= 0) {
                throw FaultChecks.unfit("down", FaultChecks.text(down),
                        "less than every, " + FaultChecks.text(every));
            }
            if (cycles != null) {
                FaultChecks.number("cycles", cycles, 1, MOST_CYCLES);
            }
        }
    }
}
