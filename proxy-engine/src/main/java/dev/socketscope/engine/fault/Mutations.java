package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Changes of a message's content. Each answers null when there was nothing to change. */
final class Mutations {
    private Mutations() {}

    static byte @Nullable [] corrupt(byte[] payload, Opcode opcode, MessageFault.Corrupt how, RandomGenerator random) {
        if (payload.length == 0) {
            return null;
        }
        byte[] changed = payload.clone();
        for (int i = Math.min(how.bytes(), payload.length); i > 0; i--) {
            int at = random.nextInt(payload.length);
            if (opcode != Opcode.TEXT) {
                changed[at] ^= (byte) (1 + random.nextInt(255));
            } else if (how.utf8() == MessageFault.Utf8.BREAK) {
                // 0xFF never stands in UTF-8 (RFC 3629 §3).
                changed[at] = (byte) 0xFF;
            } else {
                otherCharacter(changed, at, random);
            }
        }
        return Arrays.equals(changed, payload) ? corrupt(payload, opcode, how, random) : changed;
    }

    /** The character at the place becomes another one of as many bytes. */
    private static void otherCharacter(byte[] text, int at, RandomGenerator random) {
        int start = start(text, at);
        int length = length(text[start]);
        if (length == 1) {
            text[start] = (byte) ('a' + random.nextInt(26));
        } else if (length == 2) {
            // U+00C0 to U+00FF.
            text[start] = (byte) 0xC3;
            text[start + 1] = (byte) (0x80 + random.nextInt(64));
        } else if (length == 3) {
            // U+4E00 to U+4E3F.
            text[start] = (byte) 0xE4;
            text[start + 1] = (byte) 0xB8;
            text[start + 2] = (byte) (0x80 + random.nextInt(64));
        } else {
            // U+1F600 to U+1F63F.
            text[start] = (byte) 0xF0;
            text[start + 1] = (byte) 0x9F;
            text[start + 2] = (byte) 0x98;
            text[start + 3] = (byte) (0x80 + random.nextInt(64));
        }
    }

    private static int start(byte[] text, int at) {
        int start = at;
        while (start > 0 && (text[start] & 0xC0) == 0x80) {
            start--;
        }
        return start + length(text[start]) <= text.length ? start : at;
    }

    private static int length(byte first) {
        int value = first & 0xFF;
        return value < 0xC0 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
    }

    static byte @Nullable [] truncate(byte[] payload, Opcode opcode, int bytes) {
        if (payload.length <= bytes) {
            return null;
        }
        int end = bytes;
        while (opcode == Opcode.TEXT && end > 0 && (payload[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(payload, end);
    }

    static byte @Nullable [] replace(byte[] payload, byte[] find, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length);
        boolean found = false;
        int at = 0;
        while (at < payload.length) {
            if (at + find.length <= payload.length
                    && Arrays.equals(payload, at, at + find.length, find, 0, find.length)) {
                out.writeBytes(with);
                at += find.length;
                found = true;
            } else {
                out.write(payload[at++]);
            }
        }
        return found ? out.toByteArray() : null;
    }

    /** Whether the bytes are UTF-8; for tests of what {@link #corrupt} promises. */
    static boolean isUtf8(byte[] text) {
        return Arrays.equals(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), text);
    }
}
