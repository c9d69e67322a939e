package dev.socketscope.bench.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every sample of every workload and candidate, and the table of their medians. */
final class Results {
    private static final String REFERENCE = "nginx";
    private static final double NANOS_PER_MICRO = 1e3;
    private final List<String> candidates;
    private final Map<String, Map<String, List<Sample>>> samples = new LinkedHashMap<>();

    /** @param candidates names in the order of the table's rows */
    Results(List<String> candidates) {
        this.candidates = candidates;
    }

    void add(String workload, String candidate, Sample sample) {
        samples.computeIfAbsent(workload, w -> new LinkedHashMap<>())
                .computeIfAbsent(candidate, c -> new ArrayList<>())
                .add(sample);
    }

    void print(PrintStream out) {
        out.println();
        out.println(
                "| workload | relay | CPU µs each (lowest–highest) | ÷ nginx | per second | ÷ nginx | p50 µs | p99 µs "
                        + "| p99 ÷ nginx | RSS MiB | other CPU use |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        samples.forEach((workload, byCandidate) -> {
            List<Sample> reference = byCandidate.getOrDefault(REFERENCE, List.of());
            for (String candidate : candidates) {
                out.println(row(workload, candidate, byCandidate.getOrDefault(candidate, List.of()), reference));
            }
        });
    }

    private static String row(String workload, String candidate, List<Sample> own, List<Sample> nginx) {
        return String.join(" | ", "| " + workload, candidate, cpu(own), ratio(own, nginx, Sample::cpuMicrosEach),
                number(median(own, Results::rate)), ratio(own, nginx, Results::rate),
                number(median(own, s -> s.measured().p50Nanos() / NANOS_PER_MICRO)), number(median(own, Results::p99)),
                ratio(own, nginx, Results::p99), number(median(own, s -> s.residentBytes() / (double) (1 << 20))),
                percent(median(own, Sample::foreignShare)) + " |");
    }

    private static double rate(Sample sample) {
        return sample.measured().perSecond();
    }

    private static double p99(Sample sample) {
        return sample.measured().p99Nanos() / NANOS_PER_MICRO;
    }

    private static String cpu(List<Sample> samples) {
        double[] each = samples.stream().mapToDouble(Sample::cpuMicrosEach).sorted().toArray();
        if (each.length == 0 || each[each.length - 1] == 0) {
            return "–";
        }
        return "%s (%s–%s)".formatted(number(median(samples, Sample::cpuMicrosEach)), number(each[0]),
                number(each[each.length - 1]));
    }

    private static String ratio(List<Sample> own, List<Sample> nginx, ToDoubleFunction<Sample> figure) {
        double mine = median(own, figure);
        double reference = median(nginx, figure);
        return mine == 0 || !(reference > 0) ? "–" : String.format(Locale.ROOT, "%.2f", mine / reference);
    }

    /** NaN when there is no sample. */
    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
