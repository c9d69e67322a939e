package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.Reading;
import java.util.List;

/**
 * The unit in which values of a family are read best.
 *
 * @param factor by which a value is multiplied
 * @param unit of the product; may be empty
 */
record Scale(double factor, String unit) {
    private static final double KILO = 1024;
    /** From here on the next unit reads better. */
    private static final double ENOUGH = 999.5;
    private static final List<String> BYTES = List.of("B", "KB", "MB", "GB", "TB");

    /** @param highest value that is to be shown */
    static Scale of(FamilyHistory family, Reading reading, double highest) {
        boolean rate = reading == Reading.RATE;
        // The rate of a histogram is how often, whatever it measures.
        String unit = rate && Reading.of(family).contains(Reading.MEAN) ? "" : family.unit();
        return switch (unit) {
            case "bytes" -> bytes(highest, rate ? "/s" : "");
            case "seconds" -> rate ? new Scale(100, "%") : seconds(highest);
            case "milliseconds" -> rate ? new Scale(0.1, "%") : seconds(highest / 1_000).by(1e-3);
            default -> new Scale(1, rate ? "/s" : unit);
        };
    }

    private static Scale bytes(double highest, String per) {
        int power = 0;
        double value = highest;
        while (value >= ENOUGH && power < BYTES.size() - 1) {
            value /= KILO;
            power++;
        }
        return new Scale(Math.pow(KILO, -power), BYTES.get(power) + per);
    }

    private static Scale seconds(double highest) {
        return highest >= 1 ? new Scale(1, "s") : highest >= 1e-3 || highest == 0 ? new Scale(1e3, "ms")
                : new Scale(1e6, "µs");
    }

    private Scale by(double other) {
        return new Scale(factor * other, unit);
    }

    /** {@code 4.2 ms}; a dash for what is not known. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return Units.NOTHING;
        }
        String number = number(value * factor);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Units.count((long) value) : value < 0 ? "-" + number(-value)
                : Units.millis(Math.round(value * 1_000));
    }
}
