package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.ws.Inflation;
import dev.socketscope.engine.ws.PerMessageDeflate;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.StringJoiner;

/** Collects the frames of one message, in order, and makes one payload of them. */
final class MessageParts {
    private final Opcode opcode;
    private final boolean message;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringJoiner notes = new StringJoiner("; ");
    private long firstSeq = -1;
    private long lastSeq = -1;
    private long wireLength;
    private long missing;
    private boolean deflated;
    private boolean inflated;
    private boolean beginningLost;
    private boolean ended;

    /**
     * Begins without any frames.
     *
     * @param opcode of the first frame; {@code CONTINUATION} when that frame is gone
     * @param message whether the whole message is wanted, which is text or binary, whatever its parts are
     */
    MessageParts(Opcode opcode, boolean message) {
        this.opcode = opcode;
        this.message = message;
    }

    void say(String note) {
        notes.add(note);
    }

    void loseBeginning() {
        beginningLost = true;
        say("the beginning of the message was dropped from the capture");
    }

    void add(CapturedFrame frame) {
        if (isEmpty()) {
            firstSeq = frame.seq();
            boolean begins = frame.opcode() == Opcode.TEXT || frame.opcode() == Opcode.BINARY;
            deflated = frame.rsv1() && begins && !frame.inflated();
        }
        lastSeq = frame.seq();
        wireLength += frame.length();
        inflated |= frame.inflated();
        ended |= frame.fin();
        // Behind a gap, compressed data means nothing any more.
        if (!deflated || missing == 0) {
            int room = MessageReader.MAX_OUTPUT - bytes.size();
            bytes.write(frame.payload(), 0, Math.min(frame.payloadLength(), room));
        }
        missing += frame.truncated() ? Math.max(1, frame.length() - frame.captured()) : 0;
    }

    boolean isEmpty() {
        return lastSeq < 0;
    }

    boolean ended() {
        return ended;
    }

    /** @param whole whether the message's last frame is among the parts */
    Payload join(int maxOutput, boolean whole) {
        if (missing > 0) {
            say(inflated ? "only the beginning was captured"
                    : missing + " of " + wireLength + " bytes were not captured");
        }
        if (!whole) {
            say("the message does not end here");
        }
        byte[] content = bytes.toByteArray();
        boolean complete = whole && missing == 0 && !beginningLost;
        if (deflated) {
            Inflation inflation = inflate(content, complete, maxOutput);
            // Where nothing at all could be inflated, the bytes themselves tell a person more than nothing.
            deflated = inflation.ending() != Inflation.Ending.INVALID || inflation.bytes().length > 0;
            content = deflated ? inflation.bytes() : content;
            complete &= inflation.complete();
        }
        if (content.length > maxOutput) {
            content = Arrays.copyOf(content, maxOutput);
            say("cut at " + maxOutput + " bytes");
            complete = false;
        }
        return new Payload(firstSeq, lastSeq, opcode(content), content, wireLength, deflated || inflated, complete,
                notes.length() == 0 ? null : notes.toString());
    }

    private Inflation inflate(byte[] content, boolean complete, int maxOutput) {
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            Inflation inflation = deflate.inflate(content, content.length, complete, maxOutput);
            String note = inflation.ending().note();
            if (note != null && (complete || inflation.ending() != Inflation.Ending.TRUNCATED)) {
                say(note);
            }
            return inflation;
        }
    }

    private Opcode opcode(byte[] content) {
        if (opcode != Opcode.CONTINUATION || !message) {
            return opcode;
        }
        return Utf8.decode(content, content.length, true, true) == null ? Opcode.BINARY : Opcode.TEXT;
    }
}
