package dev.socketscope.app.metrics;

import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.Reading;

/** Metrics whose values are moments are shown as how long ago they were: seconds since 1970 tell a person nothing. */
final class Moments {
    private static final double SECOND = 1_000_000;

    private Moments() {}

    static boolean are(FamilyHistory family) {
        return family.name().endsWith("_time_seconds") || family.name().endsWith("_timestamp_seconds");
    }

    /** @param at microseconds since the epoch */
    static double value(FamilyHistory family, Reading reading, long at, double value) {
        return reading == Reading.VALUE && are(family) ? at / SECOND - value : value;
    }
}
