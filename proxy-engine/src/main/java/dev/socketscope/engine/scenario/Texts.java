package dev.socketscope.engine.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How values are written in verdicts and reports. */
public final class Texts {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Texts() {}

    /** As in a scenario's file: {@code 500ms}, {@code 1.5s}, {@code 50s}; precise to the millisecond. */
    public static String span(Duration span) {
        long millis = span.toMillis();
        return Math.abs(millis) < 1_000 ? millis + "ms"
                : BigDecimal.valueOf(millis)
                        .divide(THOUSAND, 3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + "s";
    }

    /** Without a fraction where there is none. */
    public static String number(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /** {@code 1 message}, {@code 2 messages}. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** {@code 1 loss}, {@code 2 losses}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
