package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every sample of every workload and candidate. */
final class Samples {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MIB = 1 << 20;
    private final Map<Workload, Map<String, List<Sample>>> all = new LinkedHashMap<>();

    void add(Workload workload, String candidate, Sample sample) {
        all.computeIfAbsent(workload, w -> new HashMap<>())
                .computeIfAbsent(candidate, c -> new ArrayList<>())
                .add(sample);
    }

    /** In the order in which they were first measured. */
    List<Workload> workloads() {
        return List.copyOf(all.keySet());
    }

    List<Sample> of(Workload workload, String candidate) {
        return all.getOrDefault(workload, Map.of()).getOrDefault(candidate, List.of());
    }

    /** NaN when there is no sample. */
    double median(Workload workload, String candidate, ToDoubleFunction<Sample> figure) {
        return median(of(workload, candidate), figure);
    }

    /** NaN when there is no sample. */
    static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static double rate(Sample sample) {
        return sample.measured().perSecond();
    }

    static double p50(Sample sample) {
        return sample.measured().p50Nanos() / NANOS_PER_MICRO;
    }

    static double p99(Sample sample) {
        return sample.measured().p99Nanos() / NANOS_PER_MICRO;
    }

    static double residentMebibytes(Sample sample) {
        return sample.residentBytes() / MIB;
    }
}
