package dev.socketscope.engine.prometheus;

/**
 * What a scrape is answered with.
 *
 * @param openMetrics whether it is OpenMetrics 1.0, and text 0.0.4 otherwise
 */
public record MetricsText(String text, boolean openMetrics) {
    public static MetricsText plain(String text) {
        return new MetricsText(text, false);
    }
}
