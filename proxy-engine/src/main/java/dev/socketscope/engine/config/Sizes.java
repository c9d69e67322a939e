package dev.socketscope.engine.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes with units: {@code 512}, {@code 64KiB}, {@code 1.5MB}. Case counts: {@code KiB} is 1,024, {@code kB} 1,000. */
public final class Sizes {
    private static final Pattern SYNTAX = Pattern
            .compile("(\\d{1,19}(?:\\.\\d{1,9})?) ?(B|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB)?");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "kB", 1_000L, "KB", 1_000L, "KiB", 1L << 10, "MB",
            1_000_000L, "MiB", 1L << 20, "GB", 1_000_000_000L, "GiB", 1L << 30, "TB", 1_000_000_000_000L, "TiB",
            1L << 40);

    private Sizes() {}

    /** Bytes; empty when the text is not a whole number of bytes. */
    public static Optional<Long> parse(String text) {
        Matcher size = SYNTAX.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        String unit = size.group(2) == null ? "B" : size.group(2);
        return Syntax.product(size.group(1), UNITS.getOrDefault(unit, 1L));
    }

    /** The shortest exact writing in binary units, for example {@code 64KiB}. */
    public static String text(long bytes) {
        String[] units = {"", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        long number = bytes;
        while (number != 0 && number % 1024 == 0 && unit < units.length - 1) {
            number /= 1024;
            unit++;
        }
        return number + units[unit];
    }
}
