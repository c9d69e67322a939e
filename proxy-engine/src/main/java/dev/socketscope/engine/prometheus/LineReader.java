package dev.socketscope.engine.prometheus;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one line of samples from left to right. */
final class LineReader {
    private static final Pattern MILLIS = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern
            .compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private final String line;
    private final boolean openMetrics;
    private int at;

    LineReader(String line, boolean openMetrics) {
        this.line = line;
        this.openMetrics = openMetrics;
    }

    /** The line holds something else at the place where it stands. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        private final String got;
        private final String expected;

        Unexpected(String got, String expected) {
            super(expected, null, false, false);
            this.got = got;
            this.expected = expected;
        }

        Mistake in(int line) {
            return Mistake.of(line, got, expected);
        }
    }

    Sample sample() throws Unexpected {
        String name = name(true, "the name of a metric");
        blanks();
        SortedMap<String, String> labels = at('{') ? labels() : new TreeMap<>();
        blanks();
        double value = number(word(), "a number, +Inf, -Inf or NaN");
        blanks();
        if (more() && !at('#')) {
            time(word());
            blanks();
        }
        if (more() && openMetrics && at('#')) {
            exemplar();
        }
        if (more()) {
            throw unexpected("the end of the line");
        }
        return new Sample(new SeriesId(name, labels), value);
    }

    /** Checked, and otherwise of no use here. */
    private void exemplar() throws Unexpected {
        at++;
        blanks();
        if (!at('{')) {
            throw unexpected("the labels of an exemplar");
        }
        labels();
        blanks();
        number(word(), "the value of an exemplar");
        blanks();
        if (more()) {
            number(word(), "the time of an exemplar in seconds");
        }
    }

    private SortedMap<String, String> labels() throws Unexpected {
        SortedMap<String, String> labels = new TreeMap<>();
        at++;
        blanks();
        while (!at('}')) {
            String name = name(false, "the name of a label, or }");
            blanks();
            expect('=', "= after the name of a label");
            blanks();
            expect('"', "a label's value in quotes");
            if (labels.put(name, quoted()) != null) {
                throw new Unexpected(name, "each label once");
            }
            blanks();
            if (!at('}')) {
                expect(',', ", or } after a label");
                blanks();
            }
        }
        at++;
        return labels;
    }

    private String quoted() throws Unexpected {
        StringBuilder text = new StringBuilder();
        while (more() && !at('"')) {
            char c = line.charAt(at++);
            if (c == '\\' && more()) {
                char escaped = line.charAt(at++);
                text.append(switch (escaped) {
                    case 'n' -> "\n";
                    case '"', '\\' -> String.valueOf(escaped);
                    default -> "\\" + escaped;
                });
            } else {
                text.append(c);
            }
        }
        expect('"', "the quote that ends a label's value");
        return text.toString();
    }

    private void time(String word) throws Unexpected {
        if (openMetrics) {
            number(word, "a time in seconds");
        } else if (!MILLIS.matcher(word).matches()) {
            throw new Unexpected(word, "a time in whole milliseconds");
        }
    }

    private static double number(String word, String expected) throws Unexpected {
        return switch (word.startsWith("+") ? word.substring(1) : word) {
            case "Inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "NaN", "nan" -> Double.NaN;
            default -> decimal(word, expected);
        };
    }

    /** Java's own reader would also take {@code 1f} and {@code 0x1p3}. */
    private static double decimal(String word, String expected) throws Unexpected {
        if (!DECIMAL.matcher(word).matches()) {
            throw new Unexpected(word, expected);
        }
        return Double.parseDouble(word);
    }

    private String name(boolean colons, String expected) throws Unexpected {
        int from = at;
        while (more() && isNamePart(line.charAt(at), at == from, colons)) {
            at++;
        }
        if (from == at) {
            throw unexpected(expected);
        }
        return line.substring(from, at);
    }

    private static boolean isNamePart(char c, boolean first, boolean colons) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || colons && c == ':'
                || !first && c >= '0' && c <= '9';
    }

    private String word() {
        int from = at;
        while (more() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        return line.substring(from, at);
    }

    private void blanks() {
        while (more() && (at(' ') || at('\t'))) {
            at++;
        }
    }

    private void expect(char c, String expected) throws Unexpected {
        if (!at(c)) {
            throw unexpected(expected);
        }
        at++;
    }

    private boolean at(char c) {
        return more() && line.charAt(at) == c;
    }

    private boolean more() {
        return at < line.length();
    }

    private Unexpected unexpected(String expected) {
        return new Unexpected(line.substring(at), expected);
    }
}
