package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.Inflation;
import dev.socketscope.engine.ws.PerMessageDeflate;
import org.jspecify.annotations.Nullable;

/** Shows the whole messages of one direction to those who read along, before they leave. */
final class ReadAlong {
    /** In bytes; nobody waits for the end of a longer message. */
    static final int LONGEST = 1 << 20;

    private final Tunnel tunnel;
    private final Direction direction;
    private @Nullable MessageReader reader;

    ReadAlong(Tunnel tunnel, Direction direction) {
        this.tunnel = tunnel;
        this.direction = direction;
    }

    /** The reader is asked after those that read along already. */
    void add(MessageReader with) {
        reader = reader == null ? with : reader.orElse(with);
    }

    void remove(MessageReader gone) {
        reader = reader == null ? null : reader.without(gone);
    }

    boolean anybody() {
        return reader != null;
    }

    /**
     * Shows a whole message; true when it is dealt with, and its last frame is released.
     *
     * @param oneFrame whether the frame is all of it
     * @param waits whether the message waits for a destination that is away
     */
    boolean takes(WireFrame last, boolean oneFrame, boolean waits) {
        MessageReader by = reader;
        if (by == null) {
            return false;
        }
        byte[] payload = oneFrame ? readable(last) : null;
        if (payload == null) {
            by.missed(direction);
            return false;
        }
        boolean takes = by.takes(direction, last.opcode(), payload, waits);
        if (takes) {
            last.bytes().release();
        }
        return takes;
    }

    /** A message passes that is too long to be shown. */
    void missed() {
        if (reader != null) {
            reader.missed(direction);
        }
    }

    /** The content of a message in one frame, empty when it is no JSON object; null when it cannot be inflated by itself. */
    private byte @Nullable [] readable(WireFrame frame) {
        if (frame.opcode() != Opcode.TEXT) {
            return MessageReader.NO_OBJECT;
        }
        if (!frame.compressed()) {
            return frame.firstOfPayload() == '{' ? frame.payload() : MessageReader.NO_OBJECT;
        }
        if (tunnel.agreed().takesOver(direction)) {
            return null;
        }
        Inflation inflation = PerMessageDeflate.inflateOne(frame.payload(), LONGEST);
        return inflation.complete() ? inflation.bytes() : null;
    }
}
