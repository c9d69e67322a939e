package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.SteadyStream;
import dev.socketscope.bench.peer.Turnstile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One engine at several rates of frames, without and with a reader attached to its control port.
 *
 * <pre>
 *   load ──► engine ──► echo
 *              ▲ control port
 *              └── turnstile (counts) ◄── reader of forty rows, 60 times a second
 * </pre>
 */
public final class LinkRun {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int SOCKETS = 8;
    private static final int PAYLOAD = 128;
    private static final double MICROS_A_MILLI = 1e3;
    private static final double KIB = 1024;
    private final PrintStream out;
    private final Path folder;

    public LinkRun(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** @param rates frames a second through the engine: an echoed message is two */
    public void run(List<Integer> rates, Duration measured) throws IOException, InterruptedException {
        Machine.describe(out);
        out.println("load average at the start " + Machine.loadAverage());
        out.println(
                "| frames/s | on the link KiB/s | messages/s | rows seen/s | CPU of the engine without the link | with it "
                        + "| CPU of the reader | age of a row when seen | at worst | ping |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        Path tokenFile = folder.resolve("token");
        try (EchoProcess echo = new EchoProcess(folder);
                OwnEngine engine = OwnEngine.controlled(EngineVariant.FULL_CAPTURE, echo.address(), folder,
                        tokenFile)) {
            URI control = engine.control();
            try (Turnstile turnstile = new Turnstile(
                    new InetSocketAddress(control.getHost(), control.getPort()))) {
                for (int rate : rates) {
                    measure(engine, turnstile, tokenFile, rate, measured);
                }
            }
        }
    }

    private void measure(OwnEngine engine, Turnstile turnstile, Path tokenFile, int rate, Duration measured)
            throws IOException, InterruptedException {
        try (SteadyStream load = new SteadyStream(engine.address(), "/link", PAYLOAD)) {
            load.start(SOCKETS, rate / 2);
            load.progressAfter(WARM_UP.toNanos());
            long alone = -Processes.cpuMicros(engine.pids());
            load.progressAfter(measured.toNanos());
            alone += Processes.cpuMicros(engine.pids());
            URI door = URI.create("http://127.0.0.1:" + turnstile.address().getPort());
            try (Watcher watcher = new Watcher(door, tokenFile, folder)) {
                SteadyStream.Progress before = load.progressAfter(WARM_UP.toNanos());
                long begun = System.nanoTime();
                Turnstile.Count first = turnstile.count();
                long attached = -Processes.cpuMicros(engine.pids());
                long reader = -Processes.cpuMicros(watcher.pids());
                int told = watcher.told();
                SteadyStream.Progress after = load.progressAfter(measured.toNanos());
                attached += Processes.cpuMicros(engine.pids());
                reader += Processes.cpuMicros(watcher.pids());
                Turnstile.Count last = turnstile.count();
                double seconds = (System.nanoTime() - begun) / 1e9;
                Watcher.Sight sight = watcher.since(told);
                out.printf(
                        "| %,.0f | %,.0f | %,.0f | %,.0f | %s | %s | %s | %.0f ms | %.0f ms | %.1f ms |%n",
                        (after.sent() - before.sent() + after.returned() - before.returned()) / seconds,
                        (last.bytes() - first.bytes()) / KIB / seconds, (last.frames() - first.frames()) / seconds,
                        sight.rows(), share(alone, measured), share(attached, measured), share(reader, measured),
                        sight.ageMicros() / MICROS_A_MILLI, sight.oldestMicros() / MICROS_A_MILLI,
                        sight.lagMicros() / MICROS_A_MILLI);
            }
        }
    }

    private static String share(long micros, Duration of) {
        return "%.0f %%".formatted(100.0 * micros * MICROS_A_MILLI / of.toNanos());
    }
}
