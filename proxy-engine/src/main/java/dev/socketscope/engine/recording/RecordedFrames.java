package dev.socketscope.engine.recording;

import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameScreen;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.journal.Screening;
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
 * The frames of a recording. Keeps the {@value #PAGES_KEPT} pages that were asked for last; what a page does not hold of a long payload is
 * read when it is asked for.
 */
final class RecordedFrames implements FrameStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedFrames.class);
    private static final int PAGES_KEPT = 64;
    /** A whole page is read for frames that are asked for no farther apart than this. */
    private static final int NEAR = 16;
    private static final byte[] NOTHING = {};

    private final PageReader reader;
    private final ReadAhead ahead;
    private final ScreenReader screens;
    private final PreparedStatement whole;
    private final PreparedStatement fromOn;
    private final Map<Integer, String> ids = new HashMap<>();
    private final long firstSeq;
    private final long endSeq;
    private FramePage present = new FramePage();
    private long presentNumber = Long.MIN_VALUE;
    private FramePage alone = new FramePage();
    private long aloneSeq = Long.MIN_VALUE;
    private long before = -1 - NEAR;
    private volatile long shownEnd;
    private volatile @Nullable Thread waiting;
    private final Map<Long, FramePage> pages = new LinkedHashMap<>(PAGES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, FramePage> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    /** @param database stays the caller's */
    RecordedFrames(Connection database) throws SQLException {
        reader = new PageReader(database);
        whole = database.prepareStatement("SELECT payload FROM frame WHERE seq = ?");
        fromOn = database.prepareStatement("SELECT seq, at_micros FROM frame WHERE seq >= ? ORDER BY seq LIMIT 1");
        try (var statement = database.createStatement();
                ResultSet bounds = statement.executeQuery("SELECT min(seq), max(seq) + 1 FROM frame")) {
            bounds.next();
            firstSeq = bounds.getLong(1);
            endSeq = bounds.getLong(2);
            shownEnd = endSeq;
        }
        String url = database.getMetaData().getURL();
        screens = new ScreenReader(url);
        ahead = new ReadAhead(url, FramePage.numberOf(endSeq - 1));
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
        FramePage.Entry kept = pageWith(seq).at(seq);
        if (kept == null) {
            return false;
        }
        byte[] beginning = kept.beginning();
        boolean enough = maxPayload <= beginning.length || beginning.length == kept.captured();
        byte[] payload = enough ? beginning : payload(seq);
        into.fill(seq, kept.connection(), kept.bits(), kept.atMicros(), kept.length(), kept.messageSeq(),
                kept.inProxyMicros(), kept.captured(), payload, maxPayload);
        return true;
    }

    @Override
    public Screening screening(FrameScreen screen) {
        return screen == FrameScreen.Plain.EVERY
                ? FrameStore.super.screening(screen)
                : new RecordedScreening(screens, new ScreenSql(screen), firstSeq);
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

    /** A search that screens asks for frames far from each other, and would read pages in vain. */
    private FramePage pageWith(long seq) {
        long number = FramePage.numberOf(seq);
        boolean near = Math.abs(seq - before) <= NEAR;
        before = seq;
        if (number == presentNumber) {
            return present;
        }
        if (seq == aloneSeq) {
            return alone;
        }
        if (near || pages.containsKey(number)) {
            return page(number);
        }
        alone = reader.readAlone(seq);
        aloneSeq = seq;
        return alone;
    }

    private FramePage page(long number) {
        if (number != presentNumber) {
            present = keep(number);
            presentNumber = number;
        }
        return present;
    }

    private FramePage keep(long number) {
        FramePage kept = pages.get(number);
        if (kept == null) {
            FramePage read = ahead.take(number);
            kept = read == null ? reader.read(number) : read;
            pages.put(number, kept);
        }
        return kept;
    }

    private byte[] payload(long seq) {
        try {
            whole.setLong(1, seq);
            try (ResultSet row = whole.executeQuery()) {
                return row.next() ? PageReader.bytes(row, 1) : NOTHING;
            }
        } catch (SQLException e) {
            LOG.warn("A frame of a recording cannot be read: {}", e.getMessage());
            return NOTHING;
        }
    }

    /** The database stays open. */
    @Override
    public void close() {
        ahead.close();
        try {
            screens.close();
        } catch (SQLException e) {
            LOG.debug("A recording could not be closed: {}", e.getMessage());
        }
    }
}
