package dev.socketscope.app.composer;

import dev.socketscope.app.controls.RowSource;
import dev.socketscope.engine.api.Opcode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last {@value #MOST} things that went over a WebSocket of our own or happened to it. Safe for any thread. */
final class Transcript implements RowSource<Transcript.Entry> {
    static final int MOST = 5_000;
    /** Longer contents are kept up to here. */
    static final int LONGEST = 1 << 20;
    static final long MOST_BYTES = 32L << 20;

    private final @Nullable Entry[] ring = new Entry[MOST];
    private long first;
    private long end;
    private long bytes;
    private long dropped;

    /** What an entry tells of. */
    enum Kind {
        SENT, RECEIVED, NOTE, TROUBLE
    }

    /**
     * @param opcode null for what is no frame
     * @param content as much as is kept; words in UTF-8 for what is no frame
     * @param length of the whole content, in bytes
     * @param remark what else there is to say; may be empty
     */
    @SuppressWarnings("ArrayRecordComponent") // Told apart by number.
    record Entry(long number, Instant at, Kind kind, @Nullable Opcode opcode, byte[] content, int length,
            String remark) {}

    synchronized void add(Kind kind, @Nullable Opcode opcode, byte[] content, String remark) {
        byte[] kept = content.length > LONGEST ? Arrays.copyOf(content, LONGEST) : content;
        while (end > first && (end - first == MOST || bytes + kept.length > MOST_BYTES)) {
            dropFirst();
            dropped++;
        }
        ring[place(end)] = new Entry(end, Instant.now(), kind, opcode, kept, content.length, remark);
        bytes += kept.length;
        end++;
    }

    /** Forgets everything. */
    synchronized void clear() {
        while (end > first) {
            dropFirst();
        }
        dropped = 0;
    }

    /** How many of the oldest entries had to make room. */
    synchronized long dropped() {
        return dropped;
    }

    synchronized List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (long number = first; number < end; number++) {
            Entry entry = row(number);
            if (entry != null) {
                all.add(entry);
            }
        }
        return all;
    }

    @Override
    public synchronized long first() {
        return first;
    }

    @Override
    public synchronized long end() {
        return end;
    }

    @Override
    public synchronized @Nullable Entry row(long number) {
        return number < first || number >= end ? null : ring[place(number)];
    }

    @Override
    public long key(Entry entry) {
        return entry.number();
    }

    @Override
    public synchronized long numberAtOrAfter(long key) {
        return Math.clamp(key, first, end);
    }

    private void dropFirst() {
        Entry oldest = ring[place(first)];
        bytes -= oldest == null ? 0 : oldest.content().length;
        ring[place(first)] = null;
        first++;
    }

    private static int place(long number) {
        return (int) (number % MOST);
    }
}
