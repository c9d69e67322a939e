package dev.socketscope.app.fake;

import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;

/** Service levels of a good and of a middling hour. */
final class FakeLevels {
    static final List<ServiceLevel> GOOD = List.of(level(Kind.CONNECTION_SUCCESS, 99.6), level(Kind.RECONNECTIONS, 0),
            level(Kind.MESSAGE_LATENCY, 38), level(Kind.PING_PONG, 100));
    static final List<ServiceLevel> MIXED = List.of(level(Kind.CONNECTION_SUCCESS, 99.6),
            level(Kind.RECONNECTIONS, 3.2), level(Kind.MESSAGE_LATENCY, 38.4), level(Kind.PING_PONG, 97.1));

    private FakeLevels() {}

    private static ServiceLevel level(Kind kind, double value) {
        return new ServiceLevel(kind, value, 250, kind.isAlarming(value));
    }
}
