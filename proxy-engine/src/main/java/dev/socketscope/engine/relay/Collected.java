package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The frames of the message that is under way, as they stood on the wire. */
final class Collected {
    private final long most;
    /** Null while there are none. */
    private @Nullable ByteArrayOutputStream frames;
    private int count;
    private int opcode;
    private boolean held;
    private boolean skips;

    /** @param most bytes; a longer message is not kept */
    Collected(long most) {
        this.most = most;
    }

    /**
     * @param heldBack whether the frame does not leave the engine now
     * @return whether the message is complete
     */
    boolean add(WireFrame frame, boolean heldBack) {
        if (frame.opcode() != Opcode.CONTINUATION) {
            clear();
            opcode = frame.firstByte() & 0xF;
            held = heldBack;
        }
        if (skips || count == 0 && frame.opcode() == Opcode.CONTINUATION) {
            skips = true;
            return false;
        }
        if (!fits(frame)) {
            skip();
            return false;
        }
        ByteArrayOutputStream all = frames == null ? new ByteArrayOutputStream(0) : frames;
        all.writeBytes(frame.copy());
        frames = all;
        count++;
        return frame.fin();
    }

    /** Whether one more frame of the message finds room. */
    boolean fits(WireFrame frame) {
        return size() + (long) frame.bytes().readableBytes() <= most;
    }

    /** What is left of the message is not kept. */
    void skip() {
        clear();
        skips = true;
    }

    boolean skips() {
        return skips;
    }

    /** Whether the message's beginning has not been passed on. */
    boolean held() {
        return held;
    }

    /** Who was passed the beginning is gone; it has to be passed on again. */
    void hold() {
        held = true;
    }

    /** The beginning has been passed on after all. */
    void passed(boolean keep) {
        held = false;
        if (!keep) {
            skip();
        }
    }

    byte[] bytes() {
        return frames == null ? new byte[0] : frames.toByteArray();
    }

    int opcode() {
        return opcode;
    }

    int frames() {
        return count;
    }

    int size() {
        return frames == null ? 0 : frames.size();
    }

    void clear() {
        if (count > 0) {
            frames = null;
        }
        count = 0;
        held = false;
        skips = false;
    }
}
