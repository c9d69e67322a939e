package dev.socketscope.app.controls;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Milliseconds from a start, and where they stand in a width. It never shows what is before the start. Used by one thread. */
final class ScheduleScale {
    private static final long[] STEPS = {10, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000,
            120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000};
    private static final long SHORTEST = 500;
    private static final long LONGEST = 48 * 3_600_000L;
    private static final double LEAST_SNAP = 5;
    private static final double LEAST_TICK = 64;
    private static final long MINUTE = 60_000;

    private double width = 1;
    private double span = 10_000;
    private double from;

    /** So many pixels show what is shown. */
    void width(double pixels) {
        width = Math.max(1, pixels);
    }

    /** Shows everything from the start up to a moment. */
    void fit(long until) {
        from = 0;
        span = Math.clamp(until, SHORTEST, LONGEST);
    }

    /** @param factor above 1 shows more; the moment at {@code x} stays where it is */
    void zoom(double factor, double x) {
        double place = from + x * span / width;
        span = Math.clamp(span * factor, SHORTEST, LONGEST);
        from = Math.max(0, place - x * span / width);
    }

    void pan(double pixels) {
        from = Math.clamp(from + pixels * span / width, 0, LONGEST);
    }

    /** Brings a moment into sight. */
    void show(long millis) {
        if (millis < from || millis > from + span) {
            from = Math.max(0, millis - span / 2);
        }
    }

    double x(long millis) {
        return (millis - from) * width / span;
    }

    /** Never before the start. */
    long at(double x) {
        return Math.max(0, Math.round(from + x * span / width));
    }

    /** How far a step of the keyboard goes, and between which moments dragging snaps. */
    long snap() {
        return step(LEAST_SNAP);
    }

    long snapped(long millis) {
        return Math.max(0, Math.round((double) millis / snap()) * snap());
    }

    /** The moments with a line. */
    List<Long> ticks() {
        long step = step(LEAST_TICK);
        List<Long> ticks = new ArrayList<>();
        for (long tick = (long) Math.ceil(from / step) * step; tick <= from + span; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** {@code 0 s}, {@code 1.5 s}, {@code 1:30}, {@code 1:00:00.5}. */
    static String text(long millis) {
        if (millis < MINUTE) {
            return seconds(millis) + " s";
        }
        String rest = seconds(millis % MINUTE);
        String padded = rest.indexOf('.') == 1 || rest.length() == 1 ? "0" + rest : rest;
        long minutes = millis / MINUTE;
        return minutes < 60 ? minutes + ":" + padded
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, padded);
    }

    private static String seconds(long millis) {
        return millis == 0 ? "0" : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private long step(double leastPixels) {
        for (long step : STEPS) {
            if (step * width / span >= leastPixels) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
