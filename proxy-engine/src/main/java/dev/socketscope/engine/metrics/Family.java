package dev.socketscope.engine.metrics;

/**
 * The metrics of one name.
 *
 * @param name as in text 0.0.4, so a counter's ends in {@code _total}
 * @param unit the last word of the name before {@code _total}; empty when it has none
 * @param help what it counts, one sentence without a full stop
 */
record Family(String name, Type type, String unit, String help) {
    private static final String TOTAL = "_total";

    /** What the figures mean, and what each format calls that. */
    enum Type {
        COUNTER("counter", "counter"),
        /**
         * A counter whose name cannot end in {@code _total}. OpenMetrics has no such counter, and {@code unknown} is the only type
         * there that neither adds a suffix nor says something false. Prometheus computes rates of it all the same.
         */
        COUNTER_BY_OTHER_NAME("counter", "unknown"),
        GAUGE("gauge", "gauge"),
        HISTOGRAM("histogram", "histogram"),
        /** Count and sum without quantiles. */
        SUMMARY("summary", "summary"),
        /** Always 1; its labels tell. */
        INFO("gauge", "info");

        private final String inText;
        private final String inOpenMetrics;

        Type(String inText, String inOpenMetrics) {
            this.inText = inText;
            this.inOpenMetrics = inOpenMetrics;
        }

        String name(PrometheusText.Format format) {
            return format == PrometheusText.Format.TEXT ? inText : inOpenMetrics;
        }
    }

    static Family of(String name, Type type, String help) {
        return new Family(name, type, "", help);
    }

    /** The name in {@code HELP} and {@code TYPE}. OpenMetrics names a counter there without {@code _total}, an info without {@code _info}. */
    String heading(PrometheusText.Format format) {
        if (format == PrometheusText.Format.TEXT) {
            return name;
        }
        return switch (type) {
            case COUNTER -> without(TOTAL);
            case INFO -> without("_info");
            case COUNTER_BY_OTHER_NAME, GAUGE, HISTOGRAM, SUMMARY -> name;
        };
    }

    private String without(String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }
}
