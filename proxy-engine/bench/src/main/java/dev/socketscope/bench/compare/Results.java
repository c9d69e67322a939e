package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.Workload;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table of medians, with ratios to nginx. */
final class Results {
    private static final String REFERENCE = "nginx";
    private final Samples samples;
    private final List<String> candidates;

    /** @param candidates names in the order of the table's rows */
    Results(Samples samples, List<String> candidates) {
        this.samples = samples;
        this.candidates = candidates;
    }

    void print(PrintStream out) {
        out.println();
        out.println(
                "| workload | relay | CPU µs each (lowest–highest) | ÷ nginx | per second | ÷ nginx | p50 µs | p99 µs "
                        + "| p99 ÷ nginx | RSS MiB | other CPU use |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (Workload workload : samples.workloads()) {
            candidates.stream()
                    .filter(candidate -> !samples.of(workload, candidate).isEmpty())
                    .forEach(candidate -> out.println(row(workload, candidate)));
        }
    }

    private String row(Workload workload, String candidate) {
        return String.join(" | ", "| " + workload.name(), candidate, Figures.cpu(samples.of(workload, candidate)),
                ratio(workload, candidate, Sample::cpuMicrosEach), number(workload, candidate, Samples::rate),
                ratio(workload, candidate, Samples::rate), number(workload, candidate, Samples::p50),
                number(workload, candidate, Samples::p99), ratio(workload, candidate, Samples::p99),
                number(workload, candidate, Samples::residentMebibytes),
                Figures.percent(samples.median(workload, candidate, Sample::foreignShare)) + " |");
    }

    private String number(Workload workload, String candidate, ToDoubleFunction<Sample> figure) {
        return Figures.number(samples.median(workload, candidate, figure));
    }

    private String ratio(Workload workload, String candidate, ToDoubleFunction<Sample> figure) {
        return Figures.ratio(samples.median(workload, candidate, figure), samples.median(workload, REFERENCE, figure));
    }
}
