package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.LoadRun;
import dev.socketscope.bench.load.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * All workloads through all candidates, in one run, by turns: each round takes every workload through every candidate, and the
 * next round begins with another one, so that a slow minute of the machine hits them all. A first round that nobody counts
 * warms everything up.
 *
 * <pre>
 *   this JVM: load ──► candidate (none | nginx | … | engine) ──► echo server
 * </pre>
 */
public final class Comparison {
    private static final Duration GLANCE = Duration.ofMillis(500);
    private final PrintStream out;
    private final Path folder;
    private final Schedule schedule;

    public Comparison(PrintStream out, Path folder, Schedule schedule) {
        this.out = out;
        this.folder = folder;
        this.schedule = schedule;
    }

    public void run(List<Kind> kinds, List<Workload> workloads)
            throws IOException, InterruptedException, ExecutionException {
        List<Candidate> candidates = new ArrayList<>();
        try (EchoProcess echo = new EchoProcess(folder); LoadRun load = new LoadRun()) {
            start(kinds, candidates, echo);
            List<String> names = candidates.stream().map(Candidate::name).toList();
            Machine.describe(out);
            Meter meter = new Meter(load, echo);
            warmUp(candidates, workloads, meter);
            Samples samples = new Samples();
            for (int i = 1; i <= schedule.rounds(); i++) {
                Collections.rotate(candidates, 1);
                out.println("round " + i + " of " + schedule.rounds() + ", load average " + Machine.loadAverage());
                round(i == 1, candidates, workloads, meter, samples);
            }
            new Results(samples, names).print(out);
            new Goals(samples).print(out);
        } finally {
            candidates.forEach(Candidate::close);
        }
    }

    private void start(List<Kind> kinds, List<Candidate> candidates, EchoProcess echo)
            throws IOException, InterruptedException {
        for (Kind kind : Kind.available(kinds, folder, out)) {
            candidates.add(kind.start(echo.address(), folder));
        }
    }

    private void warmUp(List<Candidate> candidates, List<Workload> workloads, Meter meter)
            throws InterruptedException, ExecutionException {
        out.println("warm-up round, load average " + Machine.loadAverage());
        for (Workload workload : workloads) {
            for (Candidate candidate : candidates) {
                if (!candidate.isSlow()) {
                    meter.measure(candidate, workload,
                            candidate.compilesWhileItRuns() ? schedule.first() : schedule.warmUp(), GLANCE);
                }
            }
        }
    }

    private void round(boolean first, List<Candidate> candidates, List<Workload> workloads, Meter meter,
            Samples samples) throws InterruptedException, ExecutionException {
        for (Workload workload : workloads) {
            for (Candidate candidate : candidates) {
                if (!candidate.isSlow() || first && !(workload instanceof Workload.Paced)) {
                    samples.add(workload, candidate.name(),
                            meter.measure(candidate, workload, schedule.warmUp(), schedule.measured()));
                }
            }
        }
    }
}
