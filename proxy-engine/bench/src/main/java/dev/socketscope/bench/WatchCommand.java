package dev.socketscope.bench;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.remote.RemoteEngine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The engine's side of a window that follows the newest frames, without the window. */
@Command(name = "watch", mixinStandardHelpOptions = true, showDefaultValues = true, hidden = true, description = "Follows the newest frames of a remote engine as a window does, and says every second how many it saw and how old they were.")
final class WatchCommand implements Callable<Integer> {
    private static final long PULSE_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;
    private static final int ROWS_ON_SCREEN = 40;
    private static final long OLDEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private final Histogram age = new Histogram(OLDEST_MICROS, 3);
    private long newest = -1;
    private long rows;

    @Option(names = "--engine", required = true, description = "The engine's control port.")
    private URI engine = URI.create("http://127.0.0.1/");

    @Option(names = "--token-file", required = true, description = "Where its token is.")
    private Path tokenFile = Path.of("");

    /** The line for a program that reads this one's output. */
    static final String LINE = "rows %d, age %d µs, oldest %d µs, lag %d µs, %s%n";

    @Override
    public Integer call() throws Exception {
        try (RemoteEngine remote = RemoteEngine.connect(engine, Files.readString(tokenFile).strip());
                FrameView view = remote.frames(FrameQuery.ALL)) {
            while (true) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
                while (System.nanoTime() < end) {
                    look(view);
                    LockSupport.parkNanos(PULSE_NANOS);
                }
                Duration lag = remote.link().lag();
                System.out.printf(LINE, rows, age.getValueAtPercentile(50), age.getMaxValue(),
                        lag == null ? 0 : TimeUnit.NANOSECONDS.toMicros(lag.toNanos()), remote.link().state());
                age.reset();
                rows = 0;
            }
        }
    }

    /** A pulse of the window: the rows on the screen are asked for, those that are there are drawn. */
    private void look(FrameView view) {
        long end = view.endRow();
        for (long number = Math.max(0, end - ROWS_ON_SCREEN); number < end; number++) {
            FrameRow row = view.row(number);
            if (row != null && row.frame().seq() > newest) {
                newest = row.frame().seq();
                rows++;
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                age.recordValue(Math.clamp(now - row.frame().atMicros(), 0, OLDEST_MICROS));
            }
        }
    }
}
