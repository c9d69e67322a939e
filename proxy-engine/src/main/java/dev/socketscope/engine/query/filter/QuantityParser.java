package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Reads {@code size>1k}, {@code inproxy>=5ms}, {@code seq<100}, also with a colon: {@code size:>1k}. */
final class QuantityParser {
    private static final Map<String, Long> SIZES = Map.ofEntries(Map.entry("", 1L), Map.entry("b", 1L),
            Map.entry("k", 1L << 10), Map.entry("kb", 1L << 10), Map.entry("kib", 1L << 10), Map.entry("m", 1L << 20),
            Map.entry("mb", 1L << 20), Map.entry("mib", 1L << 20), Map.entry("g", 1L << 30),
            Map.entry("gb", 1L << 30), Map.entry("gib", 1L << 30));
    private static final Map<String, Long> DURATIONS = Map.of("us", 1L, "µs", 1L, "ms", 1_000L, "s", 1_000_000L);

    private QuantityParser() {}

    /** Whether a comparison or a colon comes next. Takes nothing. */
    static boolean follows(FilterText text) {
        int from = text.at();
        boolean follows = text.peek() == ':' || ComparisonParser.take(text) != null;
        text.goTo(from);
        return follows;
    }

    static FrameTerm parse(FilterText text, Quantity quantity) throws FilterException {
        text.take(":");
        Comparison comparison = ComparisonParser.take(text);
        Comparison meant = comparison == null ? Comparison.EQUAL : comparison;
        text.skipSpace();
        int at = text.at();
        String value = text.value(quantity.term() + meant.sign()).toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < value.length() && (Character.isDigit(value.charAt(digits)) || value.charAt(digits) == '.')) {
            digits++;
        }
        Long unit = units(quantity).get(value.substring(digits));
        if (unit == null || digits == 0) {
            throw new FilterException("'" + value + "' is no " + example(quantity), at);
        }
        return new FrameTerm.OfQuantity(quantity, meant, amount(value.substring(0, digits), unit, at));
    }

    private static long amount(String digits, long unit, int at) throws FilterException {
        try {
            return new BigDecimal(digits).multiply(BigDecimal.valueOf(unit))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new FilterException("'" + digits + "' is no usable number", at);
        }
    }

    private static Map<String, Long> units(Quantity quantity) {
        return switch (quantity) {
            case SIZE -> SIZES;
            case IN_PROXY -> DURATIONS;
            case SEQ -> Map.of("", 1L);
        };
    }

    private static String example(Quantity quantity) {
        return switch (quantity) {
            case SIZE -> "size; write for example 100, 1k or 2.5MiB";
            case IN_PROXY -> "duration; write for example 250us, 5ms or 1s";
            case SEQ -> "frame number; write for example 1000";
        };
    }
}
