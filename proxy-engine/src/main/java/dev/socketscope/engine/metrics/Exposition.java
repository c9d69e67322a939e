package dev.socketscope.engine.metrics;

import dev.socketscope.engine.metrics.PrometheusText.Format;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text that grows: families with their samples, in one of the two formats. Values are exact decimals, never rounded doubles. */
final class Exposition {
    private static final int MICROS = 6;
    private static final int MILLIS = 3;

    private final StringBuilder out = new StringBuilder(16_384);
    private final Format format;

    Exposition(Format format) {
        this.format = format;
    }

    /** Begins a family; its samples follow. */
    Exposition family(Family family) {
        String name = family.heading(format);
        out.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(family.type().name(format)).append('\n');
        if (format == Format.OPEN_METRICS && !family.unit().isEmpty()) {
            out.append("# UNIT ").append(name).append(' ').append(family.unit()).append('\n');
        }
        return this;
    }

    /** A family of one sample. */
    void single(Family family, long value) {
        family(family).sample(family.name(), value);
    }

    Exposition sample(String name, long value, Label... labels) {
        return line(name, Long.toString(value), labels);
    }

    /** A sample in seconds. */
    Exposition micros(String name, long micros, Label... labels) {
        return line(name, decimal(micros, MICROS), labels);
    }

    /** A sample in seconds. */
    Exposition millis(String name, long millis, Label... labels) {
        return line(name, decimal(millis, MILLIS), labels);
    }

    /** The samples of a histogram in seconds. */
    Exposition histogram(String name, HistogramSnapshot histogram, Label... labels) {
        for (Bound bound : Bound.ALL) {
            sample(name + "_bucket", histogram.countUpTo(bound.micros()), with(labels, bound.text(format)));
        }
        sample(name + "_bucket", histogram.count(), with(labels, "+Inf"));
        micros(name + "_sum", histogram.sumMicros(), labels);
        return sample(name + "_count", histogram.count(), labels);
    }

    /** The finished text. */
    String end() {
        return format == Format.OPEN_METRICS ? out.append("# EOF\n").toString() : out.toString();
    }

    private Exposition line(String name, String value, Label... labels) {
        out.append(name);
        if (labels.length > 0) {
            out.append(Stream.of(labels).map(Label::text).collect(Collectors.joining(",", "{", "}")));
        }
        out.append(' ').append(value).append('\n');
        return this;
    }

    private static Label[] with(Label[] labels, String bound) {
        return Stream.concat(Stream.of(labels), Stream.of(new Label("le", bound))).toArray(Label[]::new);
    }

    private static String decimal(long value, int digits) {
        BigDecimal decimal = BigDecimal.valueOf(value, digits);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
