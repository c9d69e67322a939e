package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one kind of value is written.
 *
 * @param expected for a person, to complete "expected …"
 * @param parser empty when the text is not of this kind or out of range
 */
record Syntax<T>(String expected, Function<String, Optional<T>> parser) {
    private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?([eE]-?\\d)?");
    private static final Pattern LONG = Pattern.compile("-?\\d{1,19}");
    private static final Pattern PATH = Pattern.compile("/[^\\s?#]*");

    /** A whole number from {@code min} to {@code max}. */
    static Syntax<Integer> whole(int min, int max) {
        return new Syntax<>("a whole number from " + min + " to " + max, text -> text.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= min && n <= max)
                : Optional.empty());
    }

    /** A whole number that an int can hold. */
    static Syntax<Integer> wholeInt() {
        return new Syntax<>("a whole number up to " + Integer.MAX_VALUE,
                text -> wholeLong().parser().apply(text).filter(n -> n == n.intValue()).map(Long::intValue));
    }

    /** A whole number that a long can hold. */
    static Syntax<Long> wholeLong() {
        return new Syntax<>("a whole number", text -> LONG.matcher(text).matches()
                ? Optional.of(new BigInteger(text))
                        .filter(n -> n.bitLength() < Long.SIZE)
                        .map(BigInteger::longValueExact)
                : Optional.empty());
    }

    /** A number, with or without a fraction, from {@code min} to {@code max}. */
    static Syntax<Double> number(int min, int max) {
        return new Syntax<>("a number from " + min + " to " + max + " such as " + (min + max) / 2.0,
                text -> NUMBER.matcher(text).matches()
                        ? Optional.of(Double.parseDouble(text)).filter(n -> n >= min && n <= max)
                        : Optional.empty());
    }

    /** {@code true} or {@code false}, and nothing else of what YAML once took for them. */
    static Syntax<Boolean> bool() {
        return new Syntax<>("true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Bytes, from {@code min} to {@code max}. */
    static Syntax<Long> size(long min, long max) {
        return new Syntax<>("a size from " + Sizes.text(min) + " to " + Sizes.text(max) + " such as 512, 64KiB or 1GB",
                text -> Sizes.parse(text).filter(n -> n >= min && n <= max));
    }

    /** A duration from {@code min} to {@code max}. */
    static Syntax<Duration> duration(Duration min, Duration max) {
        return new Syntax<>("a duration from " + Durations.text(min) + " to " + Durations.text(max)
                + " such as 500ms, 10s, 5m or 1h",
                text -> Durations.parse(text).filter(d -> d.compareTo(min) >= 0 && d.compareTo(max) <= 0));
    }

    /** Where to listen. */
    static Syntax<InetSocketAddress> address() {
        return new Syntax<>(Addresses.EXPECTED, Addresses::parse);
    }

    /** Where a route leads. */
    static Syntax<String> upstream() {
        return new Syntax<>(Upstreams.EXPECTED, Upstreams::parse);
    }

    /** Which hosts a route takes. */
    static Syntax<String> host() {
        return new Syntax<>("*, a host name or *.suffix, without a port",
                text -> Optional.of(text).filter(t -> HOST.matcher(t).matches()));
    }

    /** Which paths a route takes. */
    static Syntax<String> path() {
        return new Syntax<>("a path that begins with /, without query", text -> Optional.of(text)
                .filter(t -> PATH.matcher(t).matches()));
    }

    /** The path of a file. */
    static Syntax<Path> file() {
        return new Syntax<>("the path of a file", text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
            } catch (InvalidPathException _) {
                return Optional.empty();
            }
        });
    }

    /** What a certificate is for. */
    static Syntax<String> subject() {
        return new Syntax<>("a host name, *.suffix or an address such as 10.0.0.7",
                text -> Optional.of(text).filter(t -> !t.equals("*") && (HOST.matcher(t).matches() || isAddress(t))));
    }

    /** A name that TLS can ask for. */
    static Syntax<String> serverName() {
        return new Syntax<>("a host name",
                text -> Optional.of(text).filter(t -> !t.contains("*") && HOST.matcher(t).matches() && !isAddress(t)));
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** One of an enum's constants, in lower case and with hyphens. */
    static <E extends Enum<E>> Syntax<E> oneOf(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "));
        return new Syntax<>("one of " + names, text -> Names.find(type, text));
    }

    /** {@code number × unit} when that is a whole number that fits a long. */
    static Optional<Long> product(String number, long unit) {
        BigDecimal exact = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        BigInteger whole = exact.toBigInteger();
        boolean fits = new BigDecimal(whole).compareTo(exact) == 0 && whole.bitLength() < Long.SIZE;
        return fits ? Optional.of(whole.longValueExact()) : Optional.empty();
    }
}
