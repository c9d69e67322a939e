package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.debug.DebugLine;
import dev.socketscope.engine.debug.DebugTail;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
    private static final int MOST_ROUNDS_AT_THE_END = 20;
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_END_MILLIS = 500;

    private final DebugTail tail;
    private final PrintWriter out;
    private final LogFormat format;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("debug-log").unstarted(this::run);

    private DebugLog(DebugTail tail, PrintWriter out, LogFormat format) {
        this.tail = tail;
        this.out = out;
        this.format = format;
    }

    /** Begins with the oldest event and frame that the engine still has. For people. */
    public static DebugLog follow(Engine engine, PrintWriter out) {
        return follow(engine, out, LogFormat.TEXT);
    }

    /** Begins with the oldest event and frame that the engine still has. */
    static DebugLog follow(Engine engine, PrintWriter out, LogFormat format) {
        DebugLog log = new DebugLog(DebugTail.fromOldest(engine), out, format);
        log.thread.start();
        return log;
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
            tail.close();
        }
    }

    /** Whether there was anything to print. */
    private boolean print() {
        List<DebugLine> lines = tail.pull();
        lines.forEach(line -> out.println(format.line(line)));
        out.flush();
        return !lines.isEmpty();
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
