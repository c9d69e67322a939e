package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts one piece in place of another, wherever that occurs, unless the result would be too long. */
final class Replace implements ContentAct {
    private final FrameHold hold;
    private final byte[] find;
    private final byte[] with;

    Replace(FrameHold hold, MessageFault.Replace spec) {
        this.hold = hold;
        this.find = spec.findBytes();
        this.with = spec.withBytes();
    }

    @Override
    public FrameHold hold() {
        return hold;
    }

    @Override
    public boolean canChange(byte[] content) {
        int count = occurrences(content);
        long length = content.length + (long) count * (with.length - find.length);
        return count > 0 && length <= MessageFault.Replace.LONGEST_RESULT;
    }

    /** From left to right; what was put in is not searched again. */
    @Override
    public byte[] changed(byte[] content, Opcode opcode) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        int at = 0;
        for (int next = next(content, 0); next >= 0; next = next(content, at)) {
            out.write(content, at, next - at);
            out.writeBytes(with);
            at = next + find.length;
        }
        out.write(content, at, content.length - at);
        return out.toByteArray();
    }

    private int occurrences(byte[] content) {
        int count = 0;
        for (int next = next(content, 0); next >= 0; next = next(content, next + find.length)) {
            count++;
        }
        return count;
    }

    private int next(byte[] content, int from) {
        for (int i = from; i + find.length <= content.length; i++) {
            if (content[i] == find[0] && Arrays.equals(content, i, i + find.length, find, 0, find.length)) {
                return i;
            }
        }
        return -1;
    }
}
