package dev.socketscope.engine.recording;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a recording which frames pass a screen, so that of those that do not nothing leaves SQLite. A range is halved, and each half read through
 * a connection of its own at the same time. Connections are made when they are needed first. Any thread; one at a time is served.
 */
final class ScreenReader implements AutoCloseable {
    private final ExecutorService second = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("socketscope-screen").factory());
    private final String url;
    private @Nullable Connection here;
    private @Nullable Connection there;
    private boolean closed;

    /** @param url of the recording */
    ScreenReader(String url) {
        this.url = url;
    }

    /**
     * Numbers of those that pass, in order.
     *
     * @param to one more than the last number that is looked at
     * @throws SQLException also when this is closed
     */
    synchronized long[] passing(ScreenSql screen, long from, long to) throws SQLException {
        Connection first = opened(here);
        here = first;
        Connection other = opened(there);
        there = other;
        long middle = from + (to - from) / 2;
        Future<long[]> upper = later(() -> passing(other, screen, middle, to));
        return joined(passing(first, screen, from, middle), upper);
    }

    private Future<long[]> later(Callable<long[]> task) throws SQLException {
        try {
            return second.submit(task);
        } catch (RejectedExecutionException e) {
            throw new SQLException("the recording is closed", e);
        }
    }

    private static long[] joined(long[] lower, Future<long[]> upper) throws SQLException {
        try {
            return LongStream.concat(Arrays.stream(lower), Arrays.stream(upper.get())).toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    private Connection opened(@Nullable Connection present) throws SQLException {
        if (closed) {
            throw new SQLException("the recording is closed");
        }
        return present == null ? DriverManager.getConnection(url) : present;
    }

    private static long[] passing(Connection database, ScreenSql screen, long from, long to) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT seq FROM frame WHERE seq >= ? AND seq < ? AND " + screen.condition() + " ORDER BY seq")) {
            query.setLong(1, from);
            query.setLong(2, to);
            screen.bind(query, 3);
            LongStream.Builder found = LongStream.builder();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found.build().toArray();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        second.shutdown();
        for (Connection database : new Connection[]{here, there}) {
            if (database != null) {
                database.close();
            }
        }
    }
}
