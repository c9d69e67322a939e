package dev.socketscope.engine.recording;

import org.jspecify.annotations.Nullable;

/** Neighbours among the frames of a recording, with the beginnings of their payloads. */
final class FramePage {
    static final int FRAMES = 256;
    /** So much of a payload is kept here. */
    static final int BEGINNING = 2_048;

    /** @param captured payload bytes in the file, of which {@code beginning} holds the first */
    record Entry(int connection, int bits, long atMicros, long length, long messageSeq, int inProxyMicros,
            int captured, byte[] beginning) {}

    private final @Nullable Entry[] entries = new Entry[FRAMES];

    static long numberOf(long seq) {
        return Math.floorDiv(seq, (long) FRAMES);
    }

    void put(long seq, Entry entry) {
        entries[index(seq)] = entry;
    }

    /** Null where the recording has no such frame. */
    @Nullable
    Entry at(long seq) {
        return entries[index(seq)];
    }

    private static int index(long seq) {
        return (int) Math.floorMod(seq, (long) FRAMES);
    }
}
