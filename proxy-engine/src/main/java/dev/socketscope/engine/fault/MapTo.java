package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;

/** Gives messages another content as a whole, unless they have it already. */
final class MapTo implements ContentAct {
    private final FrameHold hold;
    private final byte[] wanted;

    MapTo(FrameHold hold, MessageFault.MapTo spec) {
        this.hold = hold;
        this.wanted = spec.bytes();
    }

    @Override
    public FrameHold hold() {
        return hold;
    }

    @Override
    public boolean canChange(byte[] content) {
        return !Arrays.equals(content, wanted);
    }

    @Override
    public byte[] changed(byte[] content, Opcode opcode) {
        return wanted;
    }
}
