package dev.socketscope.engine.doctor;

import dev.socketscope.engine.config.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as proxies write them: {@code 60}, {@code 15s}, {@code 0.5s}, {@code 1h 30m}, {@code 1d}. */
final class ProxyTime {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,9})?)(ms|us|µs|ns|s|m|h|d|w|M|y)?");
    private static final Map<String, Double> SECONDS = Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "m", 60.0,
            "h", 3_600.0, "d", 86_400.0, "w", 604_800.0, "M", 2_592_000.0, "y", 31_536_000.0);

    private ProxyTime() {}

    /** To the millisecond; a number alone is seconds. Empty when it is none, a variable for example. */
    static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        double seconds = 0;
        int end = 0;
        while (end < text.length()) {
            if (!part.find(end) || part.start() != end) {
                return Optional.empty();
            }
            seconds += Double.parseDouble(part.group(1))
                    * SECONDS.getOrDefault(part.group(2) == null ? "s" : part.group(2), 1.0);
            end = part.end();
        }
        return text.isBlank() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    static String text(Duration duration) {
        return Durations.text(duration);
    }
}
