package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prints what happens in an engine as lines such as {@code [WS:category] timestamp message {json}}.
 *
 * <pre>
 *   engine's events ──┐  pulled every 50 ms, at most 1,000 of each,
 *   engine's frames ──┴─▶ put in order of time ─▶ printed
 * </pre>
 *
 * A reader with a cursor of its own: when printing is slower than the traffic, a line says how many others are missing, and
 * the traffic never notices.
 */
public final class DebugLog implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_ROUNDS_AT_THE_END = 20;
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_END_MILLIS = 500;

    private final Engine engine;
    private final @Nullable FrameView frames;
    private final PrintWriter out;
    private final LogFormat format;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("debug-log").unstarted(this::run);
    private long nextEvent;
    private long nextRow;

    private DebugLog(Engine engine, PrintWriter out, LogFormat format, @Nullable FrameView frames) {
        this.engine = engine;
        this.out = out;
        this.format = format;
        this.frames = frames;
    }

    /** Begins with the oldest event and frame that the engine still has. For people. */
    public static DebugLog follow(Engine engine, PrintWriter out) {
        return follow(engine, out, LogFormat.TEXT);
    }

    /** Begins with the oldest event and frame that the engine still has. */
    static DebugLog follow(Engine engine, PrintWriter out, LogFormat format) {
        DebugLog log = new DebugLog(engine, out, format, view(engine, out, format));
        log.thread.start();
        return log;
    }

    /** An engine that cannot show frames still has events to tell. */
    private static @Nullable FrameView view(Engine engine, PrintWriter out, LogFormat format) {
        try {
            return engine.frames(FrameQuery.ALL);
        } catch (FilterException e) {
            out.println(format.line(DebugLine.noMessages(Instant.now(), String.valueOf(e.getMessage()))));
            return null;
        }
    }

    private void run() {
        try {
            while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                print();
            }
            int rounds = MOST_ROUNDS_AT_THE_END;
            while (print() && rounds > 0) {
                rounds--;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (frames != null) {
                frames.close();
            }
        }
    }

    /** Whether there was anything to print. */
    private boolean print() {
        List<DebugLine> lines = new ArrayList<>();
        pullEvents(lines);
        if (frames != null) {
            pullFrames(frames, lines);
        }
        lines.sort(Comparator.comparing(DebugLine::at));
        lines.forEach(line -> out.println(format.line(line)));
        out.flush();
        return !lines.isEmpty();
    }

    private void pullEvents(List<DebugLine> lines) {
        EventPage page = engine.events(nextEvent, MOST_AT_ONCE);
        nextEvent = page.next();
        if (page.missed() > 0) {
            lines.add(DebugLine.missed(Instant.now(), "events", page.missed()));
        }
        page.events().forEach(event -> lines.add(DebugLine.of(event)));
    }

    private void pullFrames(FrameView frames, List<DebugLine> lines) {
        long missed = Math.max(0, frames.firstRow() - nextRow);
        long from = nextRow + missed;
        long end = Math.min(frames.endRow(), from + MOST_AT_ONCE);
        for (long number = from; number < end; number++) {
            FrameRow row = frames.row(number);
            if (row == null) {
                missed++;
            } else {
                lines.add(DebugLine.of(row.frame()));
            }
        }
        nextRow = Math.max(from, end);
        if (missed > 0) {
            lines.add(DebugLine.missed(Instant.now(), "frames", missed));
        }
    }

    /** Prints what has happened until now, for half a second at most, and ends. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
