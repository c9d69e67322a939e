package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import java.util.Optional;

/**
 * Gets the content of captured frames and whole messages: unmasked, fragments joined (RFC 6455 §5.4), inflated (RFC 7692 §7.2.2).
 * What is missing is said in the payload's note. May be used by any thread; a large message takes a while, so not by one that
 * draws.
 */
public final class MessageReader {
    /** No payload handed out is longer than this. */
    public static final int MAX_OUTPUT = 64 << 20;

    private final FrameStore log;

    public MessageReader(FrameStore log) {
        this.log = log;
    }

    /** The content of one frame; empty when it was dropped or does not exist yet. */
    public Optional<Payload> frame(long seq) {
        return frame(seq, MAX_OUTPUT);
    }

    private Optional<Payload> frame(long seq, int maxOutput) {
        CapturedFrame frame = new CapturedFrame();
        if (!log.read(seq, MAX_OUTPUT, frame)) {
            return Optional.empty();
        }
        MessageParts parts = new MessageParts(frame.opcode(), false);
        if (frame.opcode() == Opcode.CONTINUATION && !frame.inflated() && startsCompressed(frame.messageSeq())) {
            parts.say("a part of a compressed message, which can only be inflated as a whole");
        }
        parts.add(frame);
        return Optional.of(parts.join(maxOutput, frame.fin()));
    }

    private boolean startsCompressed(long messageSeq) {
        CapturedFrame first = new CapturedFrame();
        return log.read(messageSeq, 0, first) && first.rsv1();
    }

    /** The content of the message that a frame belongs to; a control frame is its own message. */
    public Optional<Payload> message(long seq) {
        return message(seq, MAX_OUTPUT);
    }

    /** The same with at most {@code maxOutput} bytes. */
    Optional<Payload> message(long seq, int maxOutput) {
        CapturedFrame member = new CapturedFrame();
        if (!log.read(seq, 0, member)) {
            return Optional.empty();
        }
        return switch (member.opcode()) {
            case CONTINUATION -> joined(member, maxOutput);
            case TEXT, BINARY -> member.fin() ? frame(seq, maxOutput) : joined(member, maxOutput);
            case CLOSE, PING, PONG, RESERVED -> frame(seq, maxOutput);
        };
    }

    private Optional<Payload> joined(CapturedFrame member, int maxOutput) {
        long first = member.messageSeq();
        long end = log.endSeq();
        CapturedFrame next = new CapturedFrame();
        MessageParts parts = new MessageParts(opcodeOf(first), true);
        if (first < log.firstSeq()) {
            parts.loseBeginning();
        }
        for (long seq = Math.max(first, log.firstSeq()); seq < end && !parts.ended(); seq++) {
            if (!log.read(seq, 0, next) || !belongs(next, member)) {
                continue;
            }
            if (log.read(seq, MAX_OUTPUT, next)) {
                parts.add(next);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.join(maxOutput, parts.ended()));
    }

    private Opcode opcodeOf(long seq) {
        CapturedFrame first = new CapturedFrame();
        return log.read(seq, 0, first) ? first.opcode() : Opcode.CONTINUATION;
    }

    private static boolean belongs(CapturedFrame candidate, CapturedFrame member) {
        return candidate.messageSeq() == member.messageSeq() && candidate.connection() == member.connection()
                && candidate.direction() == member.direction();
    }
}
