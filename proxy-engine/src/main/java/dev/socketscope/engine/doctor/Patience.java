package dev.socketscope.engine.doctor;

import java.time.Duration;
import java.util.Optional;

/** How long a proxy waits, held against how often something passes. */
record Patience(Duration pingInterval) {

    /** The time, when an idle WebSocket would be cut by it; zero means without limit. */
    Optional<Duration> tooShort(String time) {
        return ProxyTime.parse(time).filter(t -> !t.isZero() && t.compareTo(pingInterval) <= 0);
    }

    /** What comes of it. */
    String why(Duration time) {
        return "a WebSocket on which nothing passes for " + ProxyTime.text(time)
                + " is cut, and pings come only every " + ProxyTime.text(pingInterval);
    }

    /** Long enough, whatever the interval. */
    static String enough() {
        return "3600s";
    }
}
