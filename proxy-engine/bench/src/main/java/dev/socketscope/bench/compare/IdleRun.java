package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.IdleSockets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What connections cost that are open and say nothing: memory of the relay before and after they are opened. Each candidate is started
 * anew, with an echo server of its own, and ended before the next one.
 */
public final class IdleRun {
    /** Descriptors of a relay that are no connections, generously. */
    private static final int OTHER_FILES = 300;
    /** Opened and closed before anything is measured, so that what the first connections load is no part of it. */
    private static final int FIRST = 100;
    private static final double KIB = 1024;
    private static final double MIB = 1 << 20;
    private final PrintStream out;
    private final Path folder;
    private final Duration rest;

    /** @param heap live bytes; 0 where it is no JVM */
    private record Memory(long resident, long heap) {}

    /** @param rest how long nothing happens before memory is looked at */
    public IdleRun(PrintStream out, Path folder, Duration rest) {
        this.out = out;
        this.folder = folder;
        this.rest = rest;
    }

    /** How many connections a relay can have here: each takes two descriptors. */
    static int possible(int wanted) {
        return Math.min(wanted, (Processes.mostOpenFiles() - OTHER_FILES) / 2);
    }

    /** @param counts connections, in rising order; cut to what this machine allows */
    public void run(List<Kind> kinds, List<Integer> counts) throws IOException, InterruptedException {
        Machine.describe(out);
        out.printf("%,d file descriptors for a process: up to %,d connections. Load average at the start %s%n%n",
                Processes.mostOpenFiles(), possible(Integer.MAX_VALUE), Machine.loadAverage());
        out.println(
                "| relay | RSS at rest MiB | idle connections | RSS MiB | KiB each | heap after a collection, KiB each |");
        out.println("|---|---|---|---|---|---|");
        for (Kind kind : Kind.available(kinds, folder, out)) {
            if (kind.isRelay()) {
                measure(kind, counts.stream().map(IdleRun::possible).distinct().toList());
            }
        }
    }

    private void measure(Kind kind, List<Integer> counts) throws IOException, InterruptedException {
        try (EchoProcess echo = new EchoProcess(folder); Candidate candidate = kind.start(echo.address(), folder)) {
            try (IdleSockets first = new IdleSockets(candidate.address())) {
                first.open(FIRST);
            }
            try (IdleSockets sockets = new IdleSockets(candidate.address())) {
                sockets.keep(rest);
                Memory atRest = memory(candidate);
                int open = 0;
                for (int count : counts) {
                    sockets.open(count - open);
                    open = count;
                    sockets.keep(rest);
                    print(candidate, atRest, count, memory(candidate));
                }
            }
        }
    }

    private static Memory memory(Candidate candidate) throws IOException, InterruptedException {
        // In this order: a collection changes what is resident.
        long resident = Processes.residentBytes(candidate.pids());
        long heap = candidate.compilesWhileItRuns() ? Heap.liveBytes(candidate.pids().getFirst()) : 0;
        return new Memory(resident, heap);
    }

    private void print(Candidate candidate, Memory before, int count, Memory now) {
        out.println(String.join(" | ", "| " + candidate.name(), Figures.number(before.resident / MIB),
                "%,d".formatted(count), Figures.number(now.resident / MIB),
                Figures.number((now.resident - before.resident) / KIB / count),
                (now.heap == 0 ? "–" : Figures.number((now.heap - before.heap) / KIB / count)) + " |"));
    }
}
