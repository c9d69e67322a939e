package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The engine that would have seen what an HTTP archive tells: it has counted, and measured nothing. */
final class HarEngine {
    private HarEngine() {}

    /** @param creator the program that wrote the archive */
    static EngineJson of(String creator, List<Connection> connections, long frames) {
        EngineConfig.Limits limits = EngineConfig.Limits.DEFAULT;
        EngineConfig.Capture capture = EngineConfig.Capture.DEFAULT;
        Instant started = connections.stream().map(Connection::openedAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        String listen = connections.stream().map(Connection::host).findFirst().orElse("");
        return new EngineJson("HTTP archive", creator, List.of(listen), false, "", started, 0,
                new EngineJson.LimitsJson(limits.maxConnections(), limits.maxPending(), limits.maxFrame(),
                        limits.handshakeTimeout().toSeconds() + "s"),
                new EngineJson.JournalJson(capture.maxBytes(), capture.maxPayload()), List.of(),
                CountersJson.of(counters(connections, frames)),
                Stream.of(ServiceLevel.Kind.values())
                        .map(kind -> ServiceLevelJson.of(new ServiceLevel(kind, Double.NaN, 0, false)))
                        .toList());
    }

    private static Counters counters(List<Connection> connections, long frames) {
        long failed = connections.stream().filter(HarEngine::failed).count();
        return new Counters(0, connections.size() - failed, failed,
                connections.stream().map(Connection::toUpstream).reduce(Traffic.NONE, Traffic::plus),
                connections.stream().map(Connection::toClient).reduce(Traffic.NONE, Traffic::plus), 0, 0, frames, 0, 0,
                Counters.Upkeep.NONE);
    }

    private static boolean failed(Connection connection) {
        return connection.close() != null && connection.close().manner() == CloseInfo.Manner.HANDSHAKE;
    }
}
