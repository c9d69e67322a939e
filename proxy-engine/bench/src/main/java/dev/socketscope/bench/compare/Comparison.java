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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * All workloads through all candidates, in one run, by turns: each round takes every workload through every candidate, and the
 * next round begins with another one, so that a slow minute of the machine hits them all. A first round that nobody counts
 * warms everything up.
 *
 * <pre>
 *   this JVM: load ──► candidate (none | nginx | engine) ──► echo server
 * </pre>
 */
public final class Comparison {
    private final PrintStream out;
    private final Path folder;
    private final Schedule schedule;

    public Comparison(PrintStream out, Path folder, Schedule schedule) {
        this.out = out;
        this.folder = folder;
        this.schedule = schedule;
    }

    public void run(List<Workload> workloads) throws IOException, InterruptedException, ExecutionException {
        List<Candidate> candidates = new ArrayList<>();
        try (EchoProcess echo = new EchoProcess(folder); LoadRun load = new LoadRun()) {
            start(candidates, echo);
            Results results = new Results(candidates.stream().map(Candidate::name).toList());
            Machine.describe(out);
            Meter meter = new Meter(load, echo);
            round(candidates, workloads, meter, this::beforeFirst, new Results(List.of()), "warm-up round");
            for (int i = 1; i <= schedule.rounds(); i++) {
                Collections.rotate(candidates, 1);
                round(candidates, workloads, meter, _ -> schedule.warmUp(), results,
                        "round " + i + " of " + schedule.rounds());
            }
            results.print(out);
        } finally {
            candidates.forEach(Candidate::close);
        }
    }

    private void start(List<Candidate> candidates, EchoProcess echo) throws IOException, InterruptedException {
        candidates.add(new Direct(echo.address()));
        Optional<Path> nginx = Nginx.find();
        if (nginx.isPresent()) {
            candidates.add(new Nginx(nginx.get(), echo.address(), folder));
        } else {
            out.println("nginx is not installed, so it is left out.");
        }
        candidates.add(new OwnEngine(echo.address(), folder));
    }

    private Duration beforeFirst(Candidate candidate) {
        return candidate.compilesWhileItRuns() ? schedule.first() : schedule.warmUp();
    }

    private void round(List<Candidate> candidates, List<Workload> workloads, Meter meter,
            Function<Candidate, Duration> before,
            Results results, String label) throws InterruptedException, ExecutionException {
        out.println(label + ", load average " + Machine.loadAverage());
        for (Workload workload : workloads) {
            for (Candidate candidate : candidates) {
                results.add(workload.name(), candidate.name(),
                        meter.measure(candidate, workload, before.apply(candidate), schedule.measured()));
            }
        }
    }
}
