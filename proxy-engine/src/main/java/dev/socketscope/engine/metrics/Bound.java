package dev.socketscope.engine.metrics;

import dev.socketscope.engine.metrics.PrometheusText.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An upper bound of a histogram as Prometheus sees it. From 10 µs, which a message may take through the engine, to a minute, which
 * it may wait in a buffer. 100 ms and 500 ms, target and alert of the message latency, are among them.
 *
 * @param seconds in the canonical form of text 0.0.4
 */
record Bound(String seconds, long micros) {
    static final List<Bound> ALL = Stream
            .of("1e-05", "2.5e-05", "5e-05", "0.0001", "0.00025", "0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025",
                    "0.05",
                    "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "60")
            .map(seconds -> new Bound(seconds, new BigDecimal(seconds).movePointRight(6).longValueExact()))
            .toList();

    /** The bound as a label. In the canonical form of OpenMetrics a whole number is written with {@code .0}. */
    String text(Format format) {
        boolean whole = seconds.chars().allMatch(Character::isDigit);
        return format == Format.OPEN_METRICS && whole ? seconds + ".0" : seconds;
    }
}
