package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.EngineInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An engine as a whole.
 *
 * @param listen addresses that browsers connect to
 * @param tls whether they connect by TLS
 * @param journal bounds of the capture, in bytes
 */
public record EngineJson(String name, String version, List<String> listen, boolean tls, String transport,
        Instant startedAt,
        long uptimeMillis, LimitsJson limits, JournalJson journal, List<RouteJson> routes, CountersJson counters,
        List<ServiceLevelJson> serviceLevels) {

    /** What is refused beyond it; {@code maxFrame} in bytes. */
    public record LimitsJson(int maxConnections, int maxPending, long maxFrame, String handshakeTimeout) {}

    /** Bytes of all captured frames together, and of one frame's payload. */
    public record JournalJson(long maxBytes, int maxPayload) {}

    /** A route in short. */
    public record RouteJson(String rule, String upstream) {
        static List<RouteJson> all(EngineInfo info) {
            return info.routes().stream().map(r -> new RouteJson(r.rule(), r.upstream())).toList();
        }
    }

    public static EngineJson of(Engine engine) {
        EngineInfo info = engine.info();
        Limits limits = info.limits();
        return new EngineJson(info.name(), info.version(), List.of(info.listen()), info.tls(), info.transport(),
                info.startedAt(),
                Math.max(0, Duration.between(info.startedAt(), Instant.now()).toMillis()),
                new LimitsJson(limits.maxConnections(), limits.maxPending(), limits.maxFrame(),
                        Spans.text(limits.handshakeTimeout())),
                new JournalJson(info.capture().maxBytes(), info.capture().maxPayload()), RouteJson.all(info),
                CountersJson.of(engine.counters()),
                engine.serviceLevels().stream().map(ServiceLevelJson::of).toList());
    }

    /** What is not counted. */
    public EngineInfo info() {
        return new EngineInfo(name, version, String.join(", ", listen), tls, transport, startedAt,
                new Capture(journal.maxBytes, journal.maxPayload),
                new Limits(limits.maxConnections, limits.maxPending, limits.maxFrame,
                        Spans.parse("limits.handshakeTimeout", limits.handshakeTimeout)),
                routes.stream().map(r -> new EngineInfo.RouteInfo(r.rule, r.upstream)).toList());
    }
}
