package dev.socketscope.engine.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format 0.0.4 or OpenMetrics 1.0. A line that the format does not allow is told and left out, and the rest
 * is read all the same. A last line that does not end is left out too: a number that was cut off would be a lie.
 */
public final class MetricsReader {
    private static final Pattern ABOUT = Pattern
            .compile("#[ \t]+(HELP|TYPE|UNIT)[ \t]+([a-zA-Z_:][a-zA-Z0-9_:]*)(?:[ \t]+(.*))?");
    private static final Pattern INCOMPLETE = Pattern.compile("#[ \t]+(HELP|TYPE|UNIT)(?:[ \t].*)?");

    private final boolean openMetrics;
    private final Families families = new Families();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int wrongLines;
    private int samples;
    private int left;

    private MetricsReader(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    /** Any thread. */
    public static Scrape read(MetricsText text) {
        MetricsReader reader = new MetricsReader(text.openMetrics());
        reader.lines(text.text());
        return new Scrape(reader.families.close(), List.copyOf(reader.mistakes), reader.wrongLines, reader.left);
    }

    private void lines(String text) {
        int number = 1;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end);
            from = end + 1;
            if (openMetrics && "# EOF".equals(line)) {
                if (from < text.length()) {
                    wrong(Mistake.of(number + 1, first(text.substring(from)), "nothing after # EOF"));
                }
                return;
            }
            line(number++, line);
        }
        String rest = text.substring(from);
        if (openMetrics && !"# EOF".equals(rest)) {
            wrong(Mistake.of(number, rest, "# EOF at the end; the text is incomplete"));
        } else if (!openMetrics && !rest.isEmpty()) {
            wrong(Mistake.of(number, rest, "a line feed at the end of the last line; the text may be cut off"));
        }
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    private void line(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith("#")) {
            about(number, line);
            return;
        }
        if (samples == Scrape.MOST_SAMPLES) {
            left++;
            return;
        }
        try {
            Optional<String> expected = families.add(new LineReader(line, openMetrics).sample());
            expected.ifPresentOrElse(what -> wrong(Mistake.of(number, line, what)), () -> samples++);
        } catch (LineReader.Unexpected e) {
            wrong(e.in(number));
        }
    }

    /** Other comments say nothing to a program. */
    private void about(int number, String line) {
        Matcher matcher = ABOUT.matcher(line);
        if (!matcher.matches()) {
            if (INCOMPLETE.matcher(line).matches()) {
                wrong(Mistake.of(number, line, "the name of a metric after HELP, TYPE or UNIT"));
            }
            return;
        }
        String name = matcher.group(2);
        String rest = matcher.group(3) == null ? "" : matcher.group(3).strip();
        switch (matcher.group(1)) {
            case "HELP" -> families.help(name, unescaped(rest));
            case "UNIT" -> families.unit(name, rest);
            default -> type(number, name, rest);
        }
    }

    private void type(int number, String name, String word) {
        Optional<MetricType> type = MetricType.named(word);
        if (type.isEmpty()) {
            wrong(Mistake.of(number, word, "one of " + MetricType.expected()));
            return;
        }
        families.type(name, type.get()).ifPresent(expected -> wrong(Mistake.of(number, word, expected)));
    }

    private static String unescaped(String help) {
        return help.replace("\\\\", "\\").replace("\\n", " ");
    }

    private void wrong(Mistake mistake) {
        wrongLines++;
        if (mistakes.size() < Scrape.MOST_MISTAKES) {
            mistakes.add(mistake);
        }
    }
}
