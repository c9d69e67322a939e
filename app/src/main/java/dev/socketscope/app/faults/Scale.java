package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
/**
 * Places values on a slider, from 0 to 1, so that each step changes them by the same share.
 *
 * @param zero whether the left end means nothing at all instead of {@code least}
 * @param least in the units of {@code quantity}, 1 or more
 * @param most likewise
 */
record Scale(Quantity quantity, boolean zero, long least, long most) {
    /** So much of the way means zero. */
    private static final double ZERO = 0.03;

    static Scale of(Quantity quantity, String least, String most) {
        return new Scale(quantity, false, quantity.read(least).orElseThrow(), quantity.read(most).orElseThrow());
    }

    static Scale fromZero(Quantity quantity, String least, String most) {
        return new Scale(quantity, true, quantity.read(least).orElseThrow(), quantity.read(most).orElseThrow());
    }

    /** What is beyond an end stands at the end. */
    double position(long value) {
        if (zero && value == 0) {
            return 0;
        }
        double way = Math.log((double) Math.clamp(value, least, most) / least) / Math.log((double) most / least);
        return start() + way * (1 - start());
    }

    /** Rounded to what people would write. */
    long value(double position) {
        if (zero && position < ZERO) {
            return 0;
        }
        double way = (position - start()) / (1 - start());
        return quantity.rounded(least * Math.pow((double) most / least, Math.clamp(way, 0, 1)));
    }

    private double start() {
        return zero ? ZERO : 0;
    }
}
