package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/** Turns bytes of messages into others, at places that are drawn. The length stays. */
record Corrupt(FrameHold hold, MessageFault.Corrupt spec) implements ContentAct {
    /** Neither stands anywhere in UTF-8 (RFC 3629 §3). */
    private static final int NEVER = 0xFF;
    private static final int NEVER_EITHER = 0xFE;
    private static final int LETTERS = 26;
    private static final int CONTINUATIONS = 64;
    /** What stands before the last byte of 64 assigned characters: U+00C0…, U+4E00…, U+1F600…. */
    private static final byte[][] BEFORE_LAST = {{}, {}, {(byte) 0xC3}, {(byte) 0xE4, (byte) 0xB8},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x98}};

    @Override
    public boolean canChange(byte[] content) {
        return content.length > 0;
    }

    @Override
    public byte[] changed(byte[] content, Opcode opcode) {
        RandomGenerator random = hold.effects();
        byte[] changed = content.clone();
        BitSet places = draw(Math.min(spec.bytes(), content.length), content.length, random);
        places.stream().forEach(at -> {
            if (opcode != Opcode.TEXT) {
                changed[at] ^= (byte) (1 + random.nextInt(NEVER));
            } else if (spec.utf8() == MessageFault.Utf8.BREAK) {
                changed[at] = (byte) ((changed[at] & 0xFF) == NEVER ? NEVER_EITHER : NEVER);
            } else {
                otherCharacter(changed, content, at, random);
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
    private static void otherCharacter(byte[] changed, byte[] content, int at, RandomGenerator random) {
        int start = Utf8.start(content, at);
        int length = Utf8.length(content[start]);
        if (!Utf8.isWhole(content, start)) {
            // The text was invalid before; nothing can keep it valid.
            changed[at] = (byte) ('a' + random.nextInt(LETTERS));
            return;
        }
        int last = start + length - 1;
        if (length == 1) {
            changed[start] = other(content[start], 'a', LETTERS, random);
        } else {
            byte[] before = BEFORE_LAST[length];
            System.arraycopy(before, 0, changed, start, before.length);
            changed[last] = other(content[last], 0x80, CONTINUATIONS, random);
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
