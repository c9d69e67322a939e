package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.KeepAlive;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a fault asks of a connection; it does not change while the connection lives.
 *
 * @param id {@code ws_…}
 * @param ordinal how many connections to the same route and path came before it, so that traffic elsewhere does not change what a
 *        seed leads to
 * @param route the matching rule
 * @param path of the request
 * @param sandbox null when the route names none
 * @param contextTakeover whether a message's compression depends on earlier messages (RFC 7692 §7.1.1)
 * @param hmr the hot-reload dialect, {@code off} when it is none
 * @param keepAlive the engine's own pings
 */
public record ConnectionFacts(String id, long ordinal, String route, String path, @Nullable String sandbox,
        boolean contextTakeover, String hmr, KeepAlive keepAlive) {

    /** Whether the selectors of connections leave this one. */
    public boolean isIn(FaultMatch match) {
        return match.selects(id, route, path, sandbox);
    }

    /** Whether answers to the engine's pings keep bytes moving where the match looks, so that it is never idle for so long. */
    boolean isPingedWithin(Duration idle, FaultMatch match) {
        return keepAlive.pingInterval().compareTo(idle) < 0 && Arrays.stream(Direction.values())
                .anyMatch(way -> match.includes(way) && keepAlive.legs().includes(way.source()));
    }
}
