package dev.socketscope.engine.recording;

import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of a recording. Reads pages of neighbours and keeps the newest {@value #PAGES_KEPT} of them with the beginnings of their payloads; a
 * longer payload is read when it is asked for.
 */
final class RecordedFrames implements FrameStore {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedFrames.class);
    private static final int PAGE = 256;
    private static final int PAGES_KEPT = 64;
    private static final int BEGINNING = 2_048;
    private static final byte[] NOTHING = {};

    private record Kept(int connection, int bits, long atMicros, long length, long messageSeq, int inProxyMicros,
            int captured, byte[] beginning) {}

    private final PreparedStatement page;
    private final PreparedStatement whole;
    private final PreparedStatement fromOn;
    private final Map<Integer, String> ids = new HashMap<>();
    private final long firstSeq;
    private final long endSeq;
    private volatile long shownEnd;
    private volatile @Nullable Thread waiting;
    private final Map<Long, @Nullable Kept[]> pages = new LinkedHashMap<>(PAGES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, @Nullable Kept[]> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    /** @param database stays the caller's */
    RecordedFrames(Connection database) throws SQLException {
        page = database
                .prepareStatement("SELECT seq, connection, bits, at_micros, length, message_seq, in_proxy_micros,"
                        + " length(payload), substr(payload, 1, " + BEGINNING
                        + ") FROM frame WHERE seq >= ? AND seq < ?");
        whole = database.prepareStatement("SELECT payload FROM frame WHERE seq = ?");
        fromOn = database.prepareStatement("SELECT seq, at_micros FROM frame WHERE seq >= ? ORDER BY seq LIMIT 1");
        try (var statement = database.createStatement();
                ResultSet bounds = statement.executeQuery("SELECT min(seq), max(seq) + 1 FROM frame")) {
            bounds.next();
            firstSeq = bounds.getLong(1);
            endSeq = bounds.getLong(2);
            shownEnd = endSeq;
        }
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, id FROM connection")) {
            while (rows.next()) {
                ids.put(rows.getInt(1), rows.getString(2));
            }
        }
    }

    @Override
    public long firstSeq() {
        return firstSeq;
    }

    @Override
    public long endSeq() {
        return shownEnd;
    }

    /** One more than the number of the newest frame that was recorded. */
    long lastSeq() {
        return endSeq;
    }

    Map<Integer, String> connections() {
        return Collections.unmodifiableMap(ids);
    }

    /** Shows the frames up to one. @param end from {@link #firstSeq} to {@link #lastSeq} */
    void showUpTo(long end) {
        shownEnd = end;
        LockSupport.unpark(waiting);
    }

    /** Number of the first frame that came after a moment; {@link #lastSeq} when none did. Frames stand in the order of their arrival, but for some microseconds. */
    synchronized long after(long atMicros) throws SQLException {
        long low = firstSeq;
        long high = endSeq;
        while (low < high) {
            long middle = low + (high - low) / 2;
            fromOn.setLong(1, middle);
            try (ResultSet row = fromOn.executeQuery()) {
                if (row.next() && row.getLong(2) <= atMicros) {
                    low = row.getLong(1) + 1;
                } else {
                    high = middle;
                }
            }
        }
        return low;
    }

    @Override
    public synchronized boolean read(long seq, int maxPayload, CapturedFrame into) {
        if (seq < firstSeq || seq >= shownEnd) {
            return false;
        }
        Kept kept = page(Math.floorDiv(seq, (long) PAGE))[(int) Math.floorMod(seq, (long) PAGE)];
        if (kept == null) {
            return false;
        }
        boolean enough = maxPayload <= kept.beginning.length || kept.beginning.length == kept.captured;
        byte[] payload = enough ? kept.beginning : payload(seq);
        into.fill(seq, kept.connection, kept.bits, kept.atMicros, kept.length, kept.messageSeq, kept.inProxyMicros,
                kept.captured, payload, maxPayload);
        return true;
    }

    @Override
    public String connectionId(int connection) {
        return ids.getOrDefault(connection, "");
    }

    /** It grows when a later moment is shown. */
    @Override
    public void parkUntilGrown(long seenEnd) {
        waiting = Thread.currentThread();
        if (shownEnd <= seenEnd) {
            LockSupport.park(this);
        }
        waiting = null;
    }

    private @Nullable Kept[] page(long number) {
        return pages.computeIfAbsent(number, this::load);
    }

    private @Nullable Kept[] load(long number) {
        @Nullable
        Kept[] loaded = new Kept[PAGE];
        try {
            page.setLong(1, number * PAGE);
            page.setLong(2, (number + 1) * PAGE);
            try (ResultSet row = page.executeQuery()) {
                while (row.next()) {
                    byte[] beginning = bytes(row, 9);
                    // Asking for a column costs as much as comparing what stands in it, so only where it can tell something new.
                    int captured = beginning.length < BEGINNING ? beginning.length : row.getInt(8);
                    loaded[(int) Math.floorMod(row.getLong(1), (long) PAGE)] = new Kept(row.getInt(2), row.getInt(3),
                            row.getLong(4), row.getLong(5), row.getLong(6), row.getInt(7), captured, beginning);
                }
            }
        } catch (SQLException e) {
            LOG.warn("Frames of a recording cannot be read: {}", e.getMessage());
        }
        return loaded;
    }

    private byte[] payload(long seq) {
        try {
            whole.setLong(1, seq);
            try (ResultSet row = whole.executeQuery()) {
                return row.next() ? bytes(row, 1) : NOTHING;
            }
        } catch (SQLException e) {
            LOG.warn("A frame of a recording cannot be read: {}", e.getMessage());
            return NOTHING;
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? NOTHING : bytes;
    }
}
