package dev.socketscope.engine.prometheus;

import java.util.List;

/** How the values of a family are turned into lines over time. */
public enum Reading {
    /** As they are. */
    VALUE,
    /** What they grow by in a second. */
    RATE,
    /** Percentiles of what came between two scrapes; a summary's own quantiles. */
    PERCENTILES,
    /** Sum by count of what came between two scrapes. */
    MEAN;

    /** Those that make sense for a family, the usual one first. */
    public static List<Reading> of(FamilyHistory family) {
        return switch (family.type()) {
            case COUNTER -> List.of(RATE, VALUE);
            case GAUGE, INFO, STATESET -> List.of(VALUE);
            case HISTOGRAM -> List.of(PERCENTILES, MEAN, RATE);
            case GAUGEHISTOGRAM -> List.of(VALUE);
            case SUMMARY -> family.labelled("quantile") ? List.of(PERCENTILES, MEAN, RATE) : List.of(MEAN, RATE);
            case UNKNOWN -> family.name().endsWith("_total") ? List.of(RATE, VALUE) : List.of(VALUE, RATE);
        };
    }
}
