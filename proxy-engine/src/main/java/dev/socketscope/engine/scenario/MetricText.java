package dev.socketscope.engine.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scrape in Prometheus' text format 0.0.4, as far as single values are asked of it. */
final class MetricText {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern NAME = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?");
    private static final Pattern SAMPLE = Pattern.compile(NAME + " (\\S+)(?: -?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final Pattern PART = Pattern.compile("_(?:bucket|sum|count)$");
    private static final Set<String> GROWING = Set.of("counter", "histogram", "summary");

    private record Sample(String name, Map<String, String> labels, double value) {}

    private final Map<String, String> types = new HashMap<>();
    private final List<Sample> samples;

    private MetricText(String text) {
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            }
        }
        samples = text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(m -> new Sample(m.group(1), labels(m.group(2)), sample(m.group(3))))
                .toList();
    }

    static MetricText of(String text) {
        return new MetricText(text);
    }

    /** Whether it is a metric's name, perhaps with labels. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The sum of all samples of that name that have at least these labels; null when there is no such metric. */
    @Nullable
    Double value(String metric) {
        Matcher asked = NAME.matcher(metric);
        if (!asked.matches() || type(asked.group(1)).isEmpty()) {
            return null;
        }
        Map<String, String> wanted = labels(asked.group(2));
        return samples.stream()
                .filter(s -> s.name.equals(asked.group(1)) && s.labels.entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** As an {@link Expectation.Metric} counts: the increase since an earlier scrape, or the value itself of what goes up and down. */
    @Nullable
    Double since(MetricText before, String metric) {
        Double now = value(metric);
        Double then = before.value(metric);
        int labels = metric.indexOf('{');
        boolean grows = GROWING.contains(type(labels < 0 ? metric : metric.substring(0, labels)));
        return now == null || then == null || !grows ? now : (Double) (now - then);
    }

    private String type(String name) {
        String type = types.getOrDefault(name, "");
        return type.isEmpty() ? types.getOrDefault(PART.matcher(name).replaceFirst(""), "") : type;
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    private static double sample(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
