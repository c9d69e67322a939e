package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.metrics.PrometheusText.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metrics as a strict reader sees them: whatever a format does not allow fails.
 *
 * @param types by family name, in order
 * @param samples by name and labels as they were written, in order
 */
record Parsed(Map<String, String> types, Map<String, BigDecimal> samples) {
    private static final Pattern META = Pattern.compile("# (HELP|TYPE|UNIT) ([a-z][a-z0-9_]*) (.+)");
    private static final String PAIR = "[a-z]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern
            .compile("([a-z][a-z0-9_]*)(\\{" + PAIR + "(?:," + PAIR + ")*})? (\\d+(?:\\.\\d+)?)");
    private static final Pattern BOUND = Pattern.compile("[{,]le=\"([^\"]*)\"}$");

    static Parsed of(String text, Format format) {
        assertThat(text).endsWith(format == Format.OPEN_METRICS ? "\n# EOF\n" : "\n");
        Reader reader = new Reader(format);
        for (String line : text.replaceFirst("# EOF\n$", "").split("\n")) {
            reader.line(line);
        }
        reader.families.forEach(reader::check);
        return new Parsed(reader.types, reader.samples);
    }

    BigDecimal value(String sample) {
        return Objects.requireNonNull(samples.get(sample), () -> "no sample " + sample + " in " + samples.keySet());
    }

    private static final class Reader {
        final Map<String, String> types = new LinkedHashMap<>();
        final Map<String, BigDecimal> samples = new LinkedHashMap<>();
        final Map<String, List<String>> families = new LinkedHashMap<>();
        private final Format format;
        private String family = "";
        private @Nullable String before;

        Reader(Format format) {
            this.format = format;
        }

        void line(String line) {
            Matcher meta = META.matcher(line);
            if (meta.matches()) {
                meta(meta.group(1), meta.group(2), meta.group(3));
                before = meta.group(1);
            } else {
                sample(line);
                before = null;
            }
        }

        private void meta(String keyword, String name, String rest) {
            switch (keyword) {
                case "HELP" -> {
                    assertThat(families.put(name, new ArrayList<>())).as("%s comes twice", name).isNull();
                    family = name;
                }
                case "TYPE" -> {
                    assertThat(before).isEqualTo("HELP");
                    assertThat(rest).isIn(format == Format.TEXT
                            ? List.of("counter", "gauge", "histogram", "summary")
                            : List.of("counter", "gauge", "histogram", "summary", "info", "unknown"));
                    types.put(name, rest);
                }
                case "UNIT" -> {
                    assertThat(before).isEqualTo("TYPE");
                    assertThat(format).isEqualTo(Format.OPEN_METRICS);
                    assertThat(name).endsWith("_" + rest);
                }
                default -> throw new AssertionError(keyword);
            }
            assertThat(name).isEqualTo(family);
        }

        private void sample(String line) {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            String key = line.substring(0, line.lastIndexOf(' '));
            assertThat(sample.group(1)).isIn(names());
            assertThat(samples.put(key, new BigDecimal(sample.group(3)))).as("%s comes twice", key).isNull();
            families.computeIfAbsent(family, _ -> new ArrayList<>()).add(key);
        }

        /** What samples of this family may be called. */
        private List<String> names() {
            return switch (types.getOrDefault(family, "no type")) {
                case "counter" -> List.of(format == Format.TEXT ? family : family + "_total");
                case "gauge", "unknown" -> List.of(family);
                case "info" -> List.of(family + "_info");
                case "histogram" -> List.of(family + "_bucket", family + "_sum", family + "_count");
                case "summary" -> List.of(family + "_sum", family + "_count");
                default -> List.of();
            };
        }

        private void check(String name, List<String> keys) {
            if ("histogram".equals(types.get(name))) {
                keys.stream().filter(key -> key.contains("le=\"+Inf\"")).forEach(key -> series(name, key, keys));
            }
        }

        /** The buckets of one series ascend, in bound and count, up to {@code +Inf}, which is its count. */
        private void series(String name, String infinite, List<String> keys) {
            String start = infinite.substring(0, infinite.indexOf("le="));
            List<String> buckets = keys.stream().filter(key -> key.startsWith(start + "le=")).toList();
            assertThat(buckets).endsWith(infinite).hasSizeGreaterThan(2);
            assertThat(buckets).extracting(this::bound).isSorted().doesNotHaveDuplicates();
            assertThat(buckets).extracting(samples::get).isSorted();
            String labels = start.substring(start.indexOf('{')).replaceFirst(",$", "}").replaceFirst("^\\{$", "");
            assertThat(samples.get(name + "_count" + labels)).isEqualTo(samples.get(infinite));
            assertThat(samples).containsKey(name + "_sum" + labels);
        }

        private double bound(String bucket) {
            Matcher matcher = BOUND.matcher(bucket);
            assertThat(matcher.find()).as(bucket).isTrue();
            String bound = matcher.group(1);
            assertThat(format == Format.OPEN_METRICS && bound.matches("\\d+")).as("%s is not canonical", bound)
                    .isFalse();
            return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
        }
    }
}
