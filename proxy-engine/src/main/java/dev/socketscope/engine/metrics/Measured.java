package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.ServiceLevel;

/**
 * What lies between two marks, as figures of a service level.
 *
 * @param value in the unit of its kind; NaN when nothing was measured
 * @param samples upgrades, connection-minutes, messages or pings, whichever the kind counts
 */
record Measured(double value, long samples) {

    static Measured of(ServiceLevel.Kind kind, Mark from, Mark to) {
        Reading was = from.reading();
        Reading is = to.reading();
        return switch (kind) {
            case CONNECTION_SUCCESS ->
                share(is.opened() - was.opened(), is.failedHandshakes() - was.failedHandshakes());
            case RECONNECTIONS -> reconnections(from, to);
            case MESSAGE_LATENCY -> latency(is.latency().minus(was.latency()));
            case PING_PONG -> {
                // A pong can be missed after the hour in which its ping was sent.
                long missed = is.missedPongs() - was.missedPongs();
                yield share(Math.max(0, is.pings() - was.pings() - missed), missed);
            }
        };
    }

    private static Measured share(long good, long bad) {
        return new Measured(good + bad == 0 ? Double.NaN : 100.0 * good / (good + bad), good + bad);
    }

    private static Measured reconnections(Mark from, Mark to) {
        double minutes = (to.connectionSeconds() - from.connectionSeconds()) / 60;
        double each = to.reconnectionsEach() - from.reconnectionsEach();
        return new Measured(minutes == 0 && each == 0 ? Double.NaN : each, (long) Math.ceil(minutes));
    }

    private static Measured latency(HistogramSnapshot messages) {
        double millis = messages.count() == 0 ? Double.NaN : messages.percentileMicros(99) / 1000.0;
        return new Measured(millis, messages.count());
    }
}
