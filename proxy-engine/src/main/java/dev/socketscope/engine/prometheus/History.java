package dev.socketscope.engine.prometheus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What scrapes of one place have brought. Bounded: {@value #MOST_SERIES} series, and about {@value #MOST_POINTS} points (32 MiB) among
 * them, an hour of one a second at the most. Used by one thread.
 */
public final class History {
    public static final int MOST_SERIES = 20_000;
    static final int MOST_POINTS = 2_000_000;
    private static final int MOST_EACH = 3_600;

    private final Map<String, FamilyHistory> families = new LinkedHashMap<>();
    private int series;
    private int refused;
    private long first;
    private long last;

    /** @param micros since the epoch, later than the scrape before */
    public void add(long micros, Scrape scrape) {
        first = first == 0 ? micros : first;
        last = micros;
        refused = 0;
        for (MetricFamily family : scrape.families()) {
            FamilyHistory history = families.computeIfAbsent(family.name(), name -> new FamilyHistory(family));
            history.describe(family);
            family.samples().forEach(sample -> add(micros, history, sample));
        }
        if (refused > 0) {
            forgetGone();
        }
    }

    private void add(long micros, FamilyHistory family, Sample sample) {
        Points points = family.series().get(sample.id());
        if (points == null) {
            if (series == MOST_SERIES) {
                refused++;
                return;
            }
            series++;
            points = new Points();
            family.series().put(sample.id(), points);
        }
        points.add(micros, sample.value(), Math.min(MOST_EACH, MOST_POINTS / Math.max(1, series)));
    }

    /** Makes room for series that are there, where others have vanished. */
    private void forgetGone() {
        for (FamilyHistory family : families.values()) {
            family.series().values().removeIf(points -> points.time(points.size() - 1) < last);
        }
        families.values().removeIf(family -> family.series().isEmpty());
        series = families.values().stream().mapToInt(family -> family.series().size()).sum();
    }

    /** In the order in which they were first seen. */
    public Collection<FamilyHistory> families() {
        return families.values();
    }

    public Optional<FamilyHistory> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    public int series() {
        return series;
    }

    /** Series of the newest scrape for which there was no room. */
    public int refused() {
        return refused;
    }

    /** Time of the first scrape; 0 before it. */
    public long first() {
        return first;
    }

    /** Time of the newest scrape; 0 before the first. */
    public long last() {
        return last;
    }
}
