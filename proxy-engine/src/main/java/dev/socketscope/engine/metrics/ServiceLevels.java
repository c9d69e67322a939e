package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.ServiceLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The four service levels over the last hour, from cumulative readings. The hour is made of one-minute slots, so a figure covers
 * 60 to 61 minutes, or all the time since the start while that is shorter.
 *
 * <p>Nothing is extrapolated. In an engine younger than an hour the missing time counts as quiet: one reconnection in the first
 * minute is 1/h, not 60/h, and six of one connection are 6/h as soon as they have happened, because the hour cannot have fewer
 * any more. Reconnections are those of one connection: when a restarted dev server makes a hundred reconnect, that is 1/h.
 *
 * <p>One thread observes, every second or so; any thread reads. Keeps 62 readings at the most, less than half a megabyte with
 * their histograms.
 */
public final class ServiceLevels {
    private static final long SLOT_NANOS = 60_000_000_000L;
    private static final long WINDOW_NANOS = 60 * SLOT_NANOS;

    /** The first is where the hour begins; the others ended a slot. */
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Alerts alerts = new Alerts();
    private Mark newest;
    private volatile List<ServiceLevel> levels;

    /** @param nanos when the engine started and all its counters were 0, by the clock that later calls use */
    public ServiceLevels(long nanos) {
        newest = Mark.start(nanos);
        marks.add(newest);
        levels = Stream.of(ServiceLevel.Kind.values())
                .map(kind -> new ServiceLevel(kind, Double.NaN, 0, false))
                .toList();
    }

    /**
     * Takes a reading in. Only ever called by one thread.
     *
     * @param nanos a monotonic clock, as {@link System#nanoTime}
     * @return the alerts that this reading raised or cleared; mostly none
     */
    public List<Alerts.Change> observe(long nanos, Reading reading) {
        newest = newest.next(nanos, reading);
        forget(nanos - WINDOW_NANOS);
        List<Alerts.Change> changes = new ArrayList<>();
        List<ServiceLevel> measured = new ArrayList<>();
        for (ServiceLevel.Kind kind : ServiceLevel.Kind.values()) {
            Measured hour = Measured.of(kind, marks.getFirst(), newest);
            alerts.observe(kind, hour.value(), hour.samples()).ifPresent(changes::add);
            measured.add(new ServiceLevel(kind, hour.value(), hour.samples(), alerts.alerting(kind)));
        }
        levels = List.copyOf(measured);
        if (nanos - marks.getLast().nanos() >= SLOT_NANOS) {
            marks.add(newest);
        }
        return List.copyOf(changes);
    }

    /** The four, in the order of their kinds, as last observed. Any thread. */
    public List<ServiceLevel> levels() {
        return levels;
    }

    /** Of the marks that are at least an hour old only the newest is needed. */
    private void forget(long hourAgo) {
        Mark first = marks.removeFirst();
        while (!marks.isEmpty() && marks.getFirst().nanos() - hourAgo <= 0) {
            first = marks.removeFirst();
        }
        marks.addFirst(first);
    }
}
