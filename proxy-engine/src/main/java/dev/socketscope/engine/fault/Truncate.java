package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;

/** Leaves a message's first bytes. In text the first character that would be split goes too. */
record Truncate(FrameHold hold, int bytes) implements ContentAct {
    private static final int CONTINUATIONS = 3;

    @Override
    public boolean canChange(byte[] content) {
        return content.length > bytes;
    }

    @Override
    public byte[] changed(byte[] content, Opcode opcode) {
        int end = bytes;
        int least = Math.max(0, bytes - CONTINUATIONS);
        while (opcode == Opcode.TEXT && end > least && Utf8.isContinuation(content[end])) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }
}
