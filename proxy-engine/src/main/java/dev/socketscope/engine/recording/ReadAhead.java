package dev.socketscope.engine.recording;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages that come next while the present one is being looked at, through a connection of its own: a search goes through a
 * recording in the time of the slower of the two, not in that of both. One thread at a time asks.
 *
 * <pre>
 *   asker:   page 7 ──looked at──► page 8 ──looked at──► …
 *   here:         page 8, 9, 10, 11 are being read ──► page 12 …
 * </pre>
 */
final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final int PAGES = 4;

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("socketscope-read-ahead").factory());
    private final Map<Long, FutureTask<FramePage>> coming = new HashMap<>();
    private final String url;
    private final long lastPage;
    private @Nullable Connection database;
    private @Nullable PageReader reader;
    private long before = Long.MIN_VALUE;

    /**
     * @param url of the recording, which a second connection is made to when there is something to read ahead
     * @param lastPage none behind it is read
     */
    ReadAhead(String url, long lastPage) {
        this.url = url;
        this.lastPage = lastPage;
    }

    /** The page if it has been read ahead, or is about to be. Whoever goes from page to page has the next ones read. */
    @Nullable
    FramePage take(long number) {
        boolean goesOn = number == before + 1;
        before = number;
        FutureTask<FramePage> asked = coming.remove(number);
        if (goesOn) {
            for (long next = number + 1; next <= Math.min(number + PAGES, lastPage); next++) {
                coming.computeIfAbsent(next, this::begin);
            }
        } else {
            // Somebody jumped; what was to come next is of no use any more.
            coming.values().forEach(task -> task.cancel(false));
            coming.clear();
        }
        return asked == null ? null : result(asked);
    }

    private FutureTask<FramePage> begin(long number) {
        FutureTask<FramePage> task = new FutureTask<>(() -> reader().read(number));
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            // The recording is being closed.
            task.cancel(false);
        }
        return task;
    }

    private static @Nullable FramePage result(FutureTask<FramePage> task) {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        } catch (CancellationException | ExecutionException e) {
            LOG.debug("A page could not be read ahead: {}", e.getMessage());
            return null;
        }
    }

    private PageReader reader() throws SQLException {
        PageReader present = reader;
        if (present == null) {
            Connection opened = DriverManager.getConnection(url);
            database = opened;
            present = new PageReader(opened);
            reader = present;
        }
        return present;
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(this::closeDatabase);
            thread.shutdown();
        }
    }

    private void closeDatabase() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException e) {
            LOG.debug("A recording could not be closed: {}", e.getMessage());
        }
    }
}
