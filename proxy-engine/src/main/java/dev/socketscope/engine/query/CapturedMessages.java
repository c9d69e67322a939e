package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gets whole messages out of the capture, all of a selection or none. May take a while; any thread but one that draws. */
public final class CapturedMessages {
    /**
     * A message as its sender sent it, fragments joined and inflated.
     *
     * @param lastSeq its last frame
     * @param atMicros when that was read, microseconds since the epoch
     */
    public record Captured(long lastSeq, long atMicros, Direction direction, Opcode opcode, byte[] bytes) {}

    /** What was found, or why not. */
    public sealed interface Found {
        /** In the order of capture. */
        record Messages(List<Captured> list, long bytes) implements Found {}

        /** A message that cannot be had, named by a frame. */
        record Missing(String problem) implements Found {}
    }

    /** Ends a search. */
    private static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingException(String problem) {
            super(problem, null, false, false);
        }
    }

    private final FrameStore log;
    private final MessageReader reader;

    public CapturedMessages(FrameStore log) {
        this.log = log;
        this.reader = new MessageReader(log);
    }

    /** The messages to which frames belong. */
    public Found ofFrames(List<Long> seqs) {
        try {
            TreeSet<Long> beginnings = new TreeSet<>();
            for (long seq : seqs) {
                beginnings.add(beginning(seq));
            }
            return load(beginnings);
        } catch (MissingException e) {
            return new Found.Missing(String.valueOf(e.getMessage()));
        }
    }

    private long beginning(long seq) throws MissingException {
        CapturedFrame frame = header(seq);
        return switch (frame.opcode()) {
            case TEXT, BINARY, CONTINUATION -> frame.messageSeq();
            case CLOSE, PING, PONG, RESERVED -> throw new MissingException("Frame " + seq + " is a "
                    + frame.opcode().wireName() + " frame; only text and binary messages can be sent again.");
        };
    }

    private CapturedFrame header(long seq) throws MissingException {
        CapturedFrame frame = new CapturedFrame();
        if (!log.read(seq, 0, frame)) {
            throw new MissingException(
                    "Frame " + seq + " is not in the capture: it was dropped or has not come yet.");
        }
        return frame;
    }

    /**
     * The messages of a connection's peers that begin in a range; not what the engine has added.
     *
     * @param connection as the log's writer numbers it
     * @param to the last frame's number; frames that have not come yet are none
     * @param direction null for both
     */
    public Found inRange(int connection, long from, long to, @Nullable Direction direction) {
        try {
            if (from < log.firstSeq()) {
                throw new MissingException("Frames before " + log.firstSeq() + " have been dropped from the capture.");
            }
            List<Long> beginnings = new ArrayList<>();
            CapturedFrame frame = new CapturedFrame();
            long end = log.endSeq();
            for (long seq = from; seq <= to && seq < end; seq++) {
                if (!log.read(seq, 0, frame)) {
                    throw new MissingException("Frame " + seq + " has just been dropped from the capture.");
                }
                if (frame.connection() == connection && (direction == null || direction == frame.direction())
                        && beginsMessageOfPeer(frame)) {
                    beginnings.add(seq);
                    check(beginnings.size() <= ReplayPlan.MOST_MESSAGES,
                            "More than " + ReplayPlan.MOST_MESSAGES + " messages begin in that range.");
                }
            }
            check(!beginnings.isEmpty(), "No message of that connection begins in that range.");
            return load(beginnings);
        } catch (MissingException e) {
            return new Found.Missing(String.valueOf(e.getMessage()));
        }
    }

    private static boolean beginsMessageOfPeer(CapturedFrame frame) {
        return !frame.injected() && (frame.opcode() == Opcode.TEXT || frame.opcode() == Opcode.BINARY);
    }

    private static void check(boolean fits, String problem) throws MissingException {
        if (!fits) {
            throw new MissingException(problem);
        }
    }

    private Found load(Collection<Long> beginnings) throws MissingException {
        List<Captured> messages = new ArrayList<>(beginnings.size());
        long bytes = 0;
        for (long seq : beginnings) {
            Captured message = message(seq);
            bytes += message.bytes().length;
            check(bytes <= ReplayPlan.MOST_BYTES, "Up to the message of frame " + seq + " there are " + bytes
                    + " bytes; " + ReplayPlan.MOST_BYTES + " can be sent again at a time.");
            messages.add(message);
        }
        messages.sort(Comparator.comparingLong(Captured::lastSeq));
        return new Found.Messages(List.copyOf(messages), bytes);
    }

    private Captured message(long seq) throws MissingException {
        Optional<Payload> found = reader.message(seq);
        check(found.isPresent(), "The message of frame " + seq + " has been dropped from the capture.");
        Payload payload = found.orElseThrow();
        check(payload.complete(), "The message of frame " + seq + " was not captured whole"
                + (payload.note() == null ? "." : ": " + payload.note() + "."));
        CapturedFrame last = header(payload.lastSeq());
        return new Captured(payload.lastSeq(), last.atMicros(), last.direction(), payload.opcode(), payload.bytes());
    }
}
