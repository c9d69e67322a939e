package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.Arrivals;
import dev.socketscope.bench.load.Measured;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Connections that come at a steady rate through this project's engine to an echo server. */
public final class Sustained {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final double MICROS = 1e3;
    private final PrintStream out;
    private final Path folder;
    private long cpuMicros;

    public Sustained(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** @throws IllegalStateException as soon as one connection fails */
    public void run(int perSecond, Duration duration) throws IOException, InterruptedException, ExecutionException {
        Machine.describe(out);
        out.println("load average at the start " + Machine.loadAverage());
        try (EchoProcess echo = new EchoProcess(folder);
                OwnEngine engine = OwnEngine.of(EngineVariant.FULL_CAPTURE, echo.address(), folder);
                Arrivals arrivals = new Arrivals(engine.address(), perSecond)) {
            Arrivals.Outcome outcome = arrivals.run(WARM_UP, duration,
                    () -> cpuMicros = -Processes.cpuMicros(engine.pids()),
                    () -> cpuMicros += Processes.cpuMicros(engine.pids()));
            print(outcome);
        }
    }

    private void print(Arrivals.Outcome outcome) {
        Measured all = outcome.measured();
        out.printf("%,d begun and %,d through in %.0f s: %,.0f a second, no error%n", outcome.begun(), all.count(),
                all.nanos() / 1e9, all.perSecond());
        out.printf("from connecting to the 101: p50 %,.0f µs, p99 %,.0f µs; at most %,d under way at once%n",
                all.p50Nanos() / MICROS, all.p99Nanos() / MICROS, outcome.most());
        out.printf("CPU of the engine: %,.0f µs each, %.0f %% of one core%n", (double) cpuMicros / all.count(),
                cpuMicros * 100.0 * MICROS / all.nanos());
    }
}
