package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;

/** What the sampler remembers of one connection between samples. */
final class Track {
    private final RateWindow window = new RateWindow();
    private LiveConnection last;

    Track(Connection first) {
        last = new LiveConnection(first, Rates.NONE, Rates.NONE, Trend.EMPTY);
    }

    /** Nothing moved until then. */
    void rest(long nanos) {
        window.add(nanos, last.connection().toUpstream(), last.connection().toClient());
    }

    /**
     * @param point whether the trend gets another point now
     * @return the same object as before when nothing changed
     */
    LiveConnection update(Connection now, long nanos, boolean point) {
        window.add(nanos, now.toUpstream(), now.toClient());
        Rates up = window.rates(Direction.TO_UPSTREAM);
        Rates down = window.rates(Direction.TO_CLIENT);
        Trend trend = point ? last.trend().plus(up.messages() + down.messages()) : last.trend();
        LiveConnection next = new LiveConnection(now, up, down, trend);
        if (!next.equals(last)) {
            last = next;
        }
        return last;
    }
}
