package dev.socketscope.engine.metrics;

/**
 * Writes metrics for Prometheus: the text format 0.0.4 or OpenMetrics 1.0.
 *
 * <p>Names, labels and order are always the same. {@code direction="received"} is what clients sent, {@code "sent"} what was sent
 * to clients.
 */
public final class PrometheusText {
    private PrometheusText() {}

    /** The whole answer to a scrape; its {@code Content-Type} is the format's. Any thread. */
    public static String write(MetricsReading reading, Format format) {
        Exposition out = new Exposition(format);
        WebSocketFamilies.write(reading.counters(), out);
        EngineFamilies.write(reading, out);
        JvmFamilies.write(reading.jvm(), out);
        return out.end();
    }

    /** The two formats. */
    public enum Format {
        TEXT("text/plain; version=0.0.4; charset=utf-8"),
        OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        /** OpenMetrics for those who name it in their {@code Accept} header, text for all others, browsers among them. */
        public static Format accepted(String accept) {
            return accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        }
    }
}
