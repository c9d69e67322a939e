package dev.socketscope.engine.prometheus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the figures of a family mean, in both formats. */
public enum MetricType {
    /** Only grows, or begins anew at 0 when its process does. */
    COUNTER("_total", "_created"),
    GAUGE,
    /** Cumulative buckets by their upper bound {@code le}. */
    HISTOGRAM("_bucket", "_sum", "_count", "_created"),
    /** A histogram of what is there now. */
    GAUGEHISTOGRAM("_bucket", "_gsum", "_gcount"),
    /** Quantiles that the other side has computed, with sum and count. */
    SUMMARY("_sum", "_count", "_created"),
    /** Its labels tell; the value is 1. */
    INFO("_info"), STATESET,
    /** Nobody has said. */
    UNKNOWN;

    private final List<String> suffixes;

    MetricType(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    /** As a {@code TYPE} line names it; {@code untyped} is text 0.0.4's word for unknown. */
    static Optional<MetricType> named(String word) {
        return "untyped".equals(word) ? Optional.of(UNKNOWN)
                : Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static String expected() {
        return Arrays.stream(values()).map(MetricType::word).collect(Collectors.joining(", "));
    }

    /** What names of samples may add to the family's. */
    List<String> suffixes() {
        return suffixes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
