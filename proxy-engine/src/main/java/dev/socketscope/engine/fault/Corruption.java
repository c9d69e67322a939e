package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns bytes of a message into others, at places that are drawn. The length stays. */
final class Corruption {
    /** Neither stands anywhere in UTF-8 (RFC 3629 §3). */
    private static final int NEVER = 0xFF;
    private static final int NEVER_EITHER = 0xFE;
    private static final int LETTERS = 26;
    private static final int CONTINUATIONS = 64;
    /** What stands before the last byte of 64 assigned characters: U+00C0…, U+4E00…, U+1F600…. */
    private static final byte[][] BEFORE_LAST = {{}, {}, {(byte) 0xC3}, {(byte) 0xE4, (byte) 0xB8},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x98}};

    private Corruption() {}

    /** Null when there is nothing to change. */
    static byte @Nullable [] corrupt(byte[] payload, Opcode opcode, MessageFault.Corrupt how, RandomGenerator random) {
        if (payload.length == 0) {
            return null;
        }
        byte[] changed = payload.clone();
        BitSet places = draw(Math.min(how.bytes(), payload.length), payload.length, random);
        places.stream().forEach(at -> {
            if (opcode != Opcode.TEXT) {
                changed[at] ^= (byte) (1 + random.nextInt(NEVER));
            } else if (how.utf8() == MessageFault.Utf8.BREAK) {
                changed[at] = (byte) ((changed[at] & 0xFF) == NEVER ? NEVER_EITHER : NEVER);
            } else {
                otherCharacter(changed, payload, at, random);
            }
        });
        return changed;
    }

    /** So many different places, each set of them as likely as any other (Floyd's algorithm). */
    private static BitSet draw(int count, int length, RandomGenerator random) {
        BitSet places = new BitSet(length);
        for (int i = length - count; i < length; i++) {
            int at = random.nextInt(i + 1);
            places.set(places.get(at) ? i : at);
        }
        return places;
    }

    /** The character at the place becomes another one of as many bytes, unless it has become one already. */
    private static void otherCharacter(byte[] changed, byte[] payload, int at, RandomGenerator random) {
        int start = Utf8.start(payload, at);
        int length = Utf8.length(payload[start]);
        if (!Utf8.isWhole(payload, start)) {
            // The text was invalid before; nothing can keep it valid.
            changed[at] = (byte) ('a' + random.nextInt(LETTERS));
            return;
        }
        int last = start + length - 1;
        if (length == 1) {
            changed[start] = other(payload[start], 'a', LETTERS, random);
        } else {
            byte[] before = BEFORE_LAST[length];
            System.arraycopy(before, 0, changed, start, before.length);
            changed[last] = other(payload[last], 0x80, CONTINUATIONS, random);
        }
    }

    /** One of {@code count} values from {@code first} on that is not the present one. */
    private static byte other(byte present, int first, int count, RandomGenerator random) {
        int index = (present & 0xFF) - first;
        boolean among = index >= 0 && index < count;
        int drawn = random.nextInt(among ? count - 1 : count);
        return (byte) (first + (among && drawn >= index ? drawn + 1 : drawn));
    }
}
