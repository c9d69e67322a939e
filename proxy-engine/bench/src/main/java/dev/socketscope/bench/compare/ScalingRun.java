package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.LoadRun;
import dev.socketscope.bench.load.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** How rate and memory change with the number of connections, each of which has one message of 128 bytes under way. */
public final class ScalingRun {
    private static final List<Integer> CONNECTIONS = List.of(1, 10, 100, 1_000, 10_000);
    private static final int SIZE = 128;
    private final PrintStream out;
    private final Path folder;
    private final Schedule schedule;

    public ScalingRun(PrintStream out, Path folder, Schedule schedule) {
        this.out = out;
        this.folder = folder;
        this.schedule = schedule;
    }

    /** Every candidate by itself, with as many connections as this machine allows at most. */
    public void run(List<Kind> kinds) throws IOException, InterruptedException, ExecutionException {
        Machine.describe(out);
        out.println("load average at the start " + Machine.loadAverage());
        Samples samples = new Samples();
        List<String> names = new ArrayList<>();
        for (Kind kind : Kind.available(kinds, folder, out)) {
            names.add(measure(kind, samples));
        }
        new Results(samples, names).print(out);
    }

    private String measure(Kind kind, Samples samples) throws IOException, InterruptedException, ExecutionException {
        try (EchoProcess echo = new EchoProcess(folder);
                Candidate candidate = kind.start(echo.address(), folder);
                LoadRun load = new LoadRun()) {
            Meter meter = new Meter(load, echo);
            meter.measure(candidate, workload(CONNECTIONS.get(2)), schedule.first(), schedule.warmUp());
            // Rising, so that what is resident after each is that of as many connections, never of more before.
            for (int connections : CONNECTIONS) {
                for (int i = 0; i < schedule.rounds(); i++) {
                    Workload workload = workload(IdleRun.possible(connections));
                    samples.add(workload, candidate.name(),
                            meter.measure(candidate, workload, schedule.warmUp(), schedule.measured()));
                }
            }
            return candidate.name();
        }
    }

    private static Workload workload(int connections) {
        return new Workload.Echo("%,d × 1 × 128 B".formatted(connections), connections, 1, SIZE);
    }
}
