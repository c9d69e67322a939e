package dev.socketscope.app.controls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number counts, and how people write it. Sizes use 1024, as everywhere in the window. */
public enum Quantity {
    /** In microseconds; without a unit, milliseconds are meant. */
    TIME("ms", new Unit("h", 3_600_000_000L, 0), new Unit("min", 60_000_000, 0), new Unit("s", 1_000_000, 3),
            new Unit("ms", 1_000, 3), new Unit("µs", 1, 0)),
    BYTES("B", new Unit("GB", 1 << 30, 2), new Unit("MB", 1 << 20, 2), new Unit("KB", 1 << 10, 2), new Unit("B", 1, 0)),
    /** In bytes per second. */
    RATE("B/s", new Unit("GB/s", 1 << 30, 2), new Unit("MB/s", 1 << 20, 2), new Unit("KB/s", 1 << 10, 2),
            new Unit("B/s", 1, 0)),
    NUMBER("", new Unit("", 1, 0)),
    /** In millionths. */
    SHARE("%", new Unit("%", 10_000, 4));

    /** @param places decimal places that are still read easily */
    private record Unit(String name, long size, int places) {}

    private static final Pattern TYPED = Pattern.compile("\\s*(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(\\S*)\\s*");
    private final String usual;
    private final List<Unit> units;

    Quantity(String usual, Unit... units) {
        this.usual = usual;
        this.units = List.of(units);
    }

    /** {@code 250 ms}, {@code 1.5 s}, {@code 64 KB/s}: the shortest text that {@link #read} understands as exactly this value. */
    public String text(long value) {
        for (Unit unit : units) {
            String text = in(unit, value);
            if (value >= unit.size() && read(text).filter(again -> again == value).isPresent()) {
                return text;
            }
        }
        return in(value == 0 ? unit(usual).orElseThrow() : units.getLast(), value);
    }

    /** {@link #TIME}'s text; what is less than a microsecond is left out. */
    public static String span(Duration span) {
        return TIME.text(span.toNanos() / 1_000);
    }

    /** Empty when it is no such quantity. */
    public Optional<Long> read(String typed) {
        Matcher matcher = TYPED.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return unit(matcher.group(2).isEmpty() ? usual : matcher.group(2)).map(unit -> new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit.size()))).flatMap(this::whole);
    }

    /** For people who typed something else. */
    public String expected() {
        return Strings.of("quantity." + name().toLowerCase(Locale.ROOT));
    }

    /** The nearest value that is written with two figures. */
    public long rounded(double value) {
        Unit unit = units.stream().filter(each -> value >= each.size()).findFirst().orElse(units.getLast());
        double scaled = value / unit.size();
        double step = Math.pow(10, Math.max(-unit.places(), Math.floor(Math.log10(Math.max(1, scaled))) - 1));
        return Math.round(Math.round(scaled / step) * step * unit.size());
    }

    private Optional<Unit> unit(String name) {
        return units.stream().filter(unit -> unit.name().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Long> whole(BigDecimal value) {
        boolean tooLong = value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0;
        boolean broken = this == NUMBER && value.stripTrailingZeros().scale() > 0;
        return tooLong || broken ? Optional.empty()
                : Optional.of(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static String in(Unit unit, long value) {
        BigDecimal scaled = BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(unit.size()), unit.places(), RoundingMode.HALF_UP);
        String number = scaled.signum() == 0 ? "0" : scaled.stripTrailingZeros().toPlainString();
        return unit.name().isEmpty() ? number : number + " " + unit.name();
    }
}
