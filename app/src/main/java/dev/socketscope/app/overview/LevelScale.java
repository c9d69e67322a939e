package dev.socketscope.app.overview;

import dev.socketscope.engine.api.ServiceLevel.Kind;

/**
 * Where values of a service level stand between the bottom and the top of a picture that shows target and alert in any case. Times
 * are told apart by their orders of magnitude, the others by their differences. Needs no toolkit.
 *
 * @param low value at the bottom
 * @param high value at the top, higher than {@code low}
 */
record LevelScale(double low, double high, boolean logarithmic) {
    private static final double ROOM = 0.25;
    private static final double SHORTEST_MILLIS = 0.01;

    /** How good a value is. */
    enum Grade {
        GOOD, MISSED, ALARMING
    }

    /**
     * @param lowest of the values that are shown
     * @param highest of the values that are shown
     */
    static LevelScale of(Kind kind, double lowest, double highest) {
        double least = Math.min(lowest, Math.min(kind.target(), kind.alert()));
        double most = Math.max(highest, Math.max(kind.target(), kind.alert()));
        if (kind == Kind.MESSAGE_LATENCY) {
            return new LevelScale(Math.max(SHORTEST_MILLIS, least / 2), most * 2, true);
        }
        double room = (most - least) * ROOM;
        return new LevelScale(Math.max(0, least - room),
                kind.unit().equals("%") ? Math.min(most + room, 101) : most + room, false);
    }

    /** 0 at the bottom to 1 at the top. */
    double share(double value) {
        double share = logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.clamp(share, 0, 1);
    }

    static Grade grade(Kind kind, double value) {
        return kind.meetsTarget(value) ? Grade.GOOD : kind.isAlarming(value) ? Grade.ALARMING : Grade.MISSED;
    }
}
