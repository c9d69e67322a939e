package dev.socketscope.app.payload;

import dev.socketscope.app.controls.IntChunks;
import dev.socketscope.app.controls.LineMarks;

/**
 * Looks for bytes in bytes. ASCII letters match in either case. Not more than {@value #MAX_MATCHES} matches are written down.
 * One thread searches; the JavaFX thread reads what is there so far and goes from one to the next.
 */
final class ByteSearch implements Indexing.Work, LineMarks {
    static final int MAX_MATCHES = 200_000;
    private static final int STEP = 1 << 16;
    private final byte[] bytes;
    private final byte[] wanted;
    private final boolean exact;
    private final IntChunks found = new IntChunks();
    private volatile boolean complete;
    private int current = -1;

    /**
     * @param wanted at least one byte
     * @param exact whether case matters
     */
    ByteSearch(byte[] bytes, byte[] wanted, boolean exact) {
        this.bytes = bytes;
        this.wanted = wanted.clone();
        this.exact = exact;
        if (!exact) {
            for (int i = 0; i < wanted.length; i++) {
                this.wanted[i] = lower(wanted[i]);
            }
        }
    }

    @Override
    public void run(Indexing.Progress progress) {
        int last = bytes.length - wanted.length;
        int due = STEP;
        for (int at = 0; at <= last && found.filled() < MAX_MATCHES; at++) {
            if (matches(at)) {
                found.add(at);
                at += wanted.length - 1;
            }
            if (at >= due) {
                due = at + STEP;
                found.publish();
                if (progress.stopped()) {
                    return;
                }
            }
        }
        found.publish();
        complete = true;
    }

    boolean complete() {
        return complete;
    }

    /** Whether there may be more matches than are written down. */
    boolean isCut() {
        return found.size() >= MAX_MATCHES;
    }

    /** Goes to the first match at or after a byte, from the end to the beginning again. */
    void goTo(long offset) {
        int count = count();
        int index = atOrAfter(offset);
        current = count == 0 ? -1 : index == count ? 0 : index;
    }

    /** Goes to the next match, or the one before, round the ends. */
    void step(boolean forward) {
        int count = count();
        current = count == 0 ? -1 : Math.floorMod(current + (forward ? 1 : -1), count);
    }

    @Override
    public int count() {
        return found.size();
    }

    @Override
    public int atOrAfter(long offset) {
        return offset <= 0 ? 0 : found.floor((int) Math.min(Integer.MAX_VALUE, offset - 1), found.size()) + 1;
    }

    @Override
    public long start(int index) {
        return found.get(index);
    }

    @Override
    public int length() {
        return wanted.length;
    }

    @Override
    public int current() {
        return current;
    }

    private boolean matches(int at) {
        for (int i = 0; i < wanted.length; i++) {
            byte b = bytes[at + i];
            if ((exact ? b : lower(b)) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
}
