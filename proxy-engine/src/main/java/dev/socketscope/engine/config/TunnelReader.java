package dev.socketscope.engine.config;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.HmrMode;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads those keys of a route that say how its WebSockets are kept alive and carried over losses. */
final class TunnelReader {
    private static final Syntax<Duration> IDLE = Syntax.duration(Duration.ofSeconds(1), Duration.ofHours(168));
    private static final Syntax<Duration> PING = Syntax.duration(Duration.ofMillis(100), Duration.ofHours(1));
    private static final Syntax<Duration> DELAY = Syntax.duration(Duration.ofMillis(10), Duration.ofHours(1));
    private static final Syntax<Duration> WAIT = Syntax.duration(Duration.ofMillis(100), Duration.ofHours(24));
    private static final Syntax<Integer> MISSED = Syntax.whole(1, 100);
    private static final Syntax<Integer> ATTEMPTS = Syntax.whole(1, 10_000);
    private static final Syntax<Integer> MESSAGES = Syntax.whole(1, 100_000);
    private static final Syntax<Long> BYTES = Syntax.size(1L << 10, 1L << 30);
    private static final Syntax<Double> MULTIPLIER = Syntax.number(1, 10);
    private static final Syntax<Double> JITTER = Syntax.number(0, 1);
    private static final String PING_INTERVAL = "pingInterval";
    private static final String INITIAL_DELAY = "initialDelay";

    private TunnelReader() {}

    /** @param route one of the routes */
    static TunnelPolicy read(Section route) {
        TunnelPolicy usual = TunnelPolicy.DEFAULT;
        return new TunnelPolicy(route.read("idleTimeout", usual.idleTimeout(), IDLE), keepAlive(route),
                below(route.section("hold"), usual.hold(), TunnelReader::hold),
                below(route.section("reconnect"), usual.reconnect(), TunnelReader::reconnect),
                below(route.section("buffer"), usual.buffer(), TunnelReader::buffer),
                route.read("hmr", usual.hmr(), Syntax.oneOf(HmrMode.class)));
    }

    private static <P> P below(Optional<Section> there, P usual, BiFunction<Section, P, P> reader) {
        return there.map(section -> {
            P policy = reader.apply(section, usual);
            section.finish();
            return policy;
        }).orElse(usual);
    }

    private static KeepAlive keepAlive(Section route) {
        return route.says("keepAlive", "off") || route.says("keepAlive", "false")
                ? KeepAlive.OFF
                : below(route.section("keepAlive", "a mapping, or off"), KeepAlive.DEFAULT, TunnelReader::keepAlive);
    }

    private static KeepAlive keepAlive(Section section, KeepAlive usual) {
        Duration interval = section.read(PING_INTERVAL, usual.pingInterval(), PING);
        // Whoever asks only for quicker pings must not have to think of the other key as well.
        Duration timeout = section.read("pongTimeout", Durations.shorter(usual.pongTimeout(), interval), PING);
        if (timeout.compareTo(interval) > 0) {
            section.conflict("pongTimeout", PING_INTERVAL, "at most pingInterval, " + Durations.text(interval)
                    + ": each ping is answered or missed before the next one");
        }
        return new KeepAlive(interval, timeout, section.read("maxMissedPongs", usual.maxMissedPongs(), MISSED),
                section.read("legs", usual.legs(), Syntax.oneOf(KeepAlive.Legs.class)));
    }

    private static Hold hold(Section section, Hold usual) {
        return new Hold(section.read("upstream", usual.upstream(), Syntax.bool()),
                section.read("client", usual.client(), Syntax.bool()), section.read("for", usual.time(), WAIT));
    }

    private static Reconnect reconnect(Section section, Reconnect usual) {
        Duration initial = section.read(INITIAL_DELAY, usual.initialDelay(), DELAY);
        Duration most = section.read("maxDelay", Durations.longer(usual.maxDelay(), initial), DELAY);
        if (most.compareTo(initial) < 0) {
            section.conflict("maxDelay", INITIAL_DELAY, "at least initialDelay, " + Durations.text(initial));
        }
        return new Reconnect(initial, most, section.read("multiplier", usual.multiplier(), MULTIPLIER),
                section.read("jitter", usual.jitter(), JITTER),
                section.read("maxAttempts", usual.maxAttempts(), ATTEMPTS));
    }

    private static BufferBounds buffer(Section section, BufferBounds usual) {
        return new BufferBounds(section.read("maxMessages", usual.maxMessages(), MESSAGES),
                section.read("maxAge", usual.maxAge(), WAIT), section.read("maxBytes", usual.maxBytes(), BYTES));
    }
}
