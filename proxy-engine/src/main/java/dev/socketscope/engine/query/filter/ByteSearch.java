package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.journal.FrameScreen;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for a run of bytes; ASCII letters may be taken in either case. */
final class ByteSearch {
    private final byte[] wanted;
    private final byte[] other;

    private ByteSearch(byte[] wanted, byte[] other) {
        this.wanted = wanted;
        this.other = other;
    }

    static ByteSearch exactly(byte[] wanted) {
        return new ByteSearch(wanted, wanted);
    }

    static ByteSearch ignoringCase(byte[] ascii) {
        byte[] lower = ascii.clone();
        byte[] upper = ascii.clone();
        for (int i = 0; i < ascii.length; i++) {
            lower[i] = (byte) Character.toLowerCase(ascii[i]);
            upper[i] = (byte) Character.toUpperCase(ascii[i]);
        }
        return new ByteSearch(lower, upper);
    }

    /** What a frame that says its payload passes if this is found in it. */
    FrameScreen screen() {
        return wanted.length == 0
                ? FrameScreen.Plain.EVERY
                : new FrameScreen.Holding(new String(wanted, StandardCharsets.ISO_8859_1),
                        !Arrays.equals(wanted, other));
    }

    boolean isFoundIn(byte[] bytes, int length) {
        int last = length - wanted.length;
        if (wanted.length == 0) {
            return true;
        }
        byte first = wanted[0];
        byte firstOther = other[0];
        for (int at = 0; at <= last; at++) {
            if ((bytes[at] == first || bytes[at] == firstOther) && isAt(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 1; i < wanted.length; i++) {
            byte actual = bytes[at + i];
            if (actual != wanted[i] && actual != other[i]) {
                return false;
            }
        }
        return true;
    }
}
