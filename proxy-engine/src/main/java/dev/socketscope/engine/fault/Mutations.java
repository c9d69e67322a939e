package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts and replacements in a message's content. Each answers null when there is nothing to change. */
final class Mutations {
    private static final int CONTINUATIONS = 3;

    private Mutations() {}

    /** @param bytes how many are to remain; in text the first character that would be split goes too */
    static byte @Nullable [] truncate(byte[] payload, Opcode opcode, int bytes) {
        if (payload.length <= bytes) {
            return null;
        }
        int end = bytes;
        int most = Math.max(0, bytes - CONTINUATIONS);
        while (opcode == Opcode.TEXT && end > most && Utf8.isContinuation(payload[end])) {
            end--;
        }
        return Arrays.copyOf(payload, end);
    }

    /** Every occurrence, from left to right; what was put in is not searched again. Null when the result would be too long, too. */
    static byte @Nullable [] replace(byte[] payload, MessageFault.Replace how) {
        byte[] find = how.findBytes();
        byte[] with = how.withBytes();
        int count = occurrences(payload, find);
        long length = payload.length + (long) count * (with.length - find.length);
        if (count == 0 || length > MessageFault.Replace.LONGEST_RESULT) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length);
        int at = 0;
        for (int next = next(payload, find, 0); next >= 0; next = next(payload, find, at)) {
            out.write(payload, at, next - at);
            out.writeBytes(with);
            at = next + find.length;
        }
        out.write(payload, at, payload.length - at);
        return out.toByteArray();
    }

    static byte @Nullable [] map(byte[] payload, MessageFault.MapTo how) {
        byte[] content = how.bytes();
        return Arrays.equals(payload, content) ? null : content;
    }

    private static int occurrences(byte[] payload, byte[] find) {
        int count = 0;
        for (int next = next(payload, find, 0); next >= 0; next = next(payload, find, next + find.length)) {
            count++;
        }
        return count;
    }

    private static int next(byte[] payload, byte[] find, int from) {
        for (int i = from; i + find.length <= payload.length; i++) {
            if (payload[i] == find[0] && Arrays.equals(payload, i, i + find.length, find, 0, find.length)) {
                return i;
            }
        }
        return -1;
    }
}
