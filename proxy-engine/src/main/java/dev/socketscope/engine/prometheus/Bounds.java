package dev.socketscope.engine.prometheus;

/** Upper bounds of buckets, as the label {@code le} has them. */
final class Bounds {
    private Bounds() {}

    /** NaN when it is none. */
    static double read(String le) {
        if ("+Inf".equals(le)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(le);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
