package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.metrics.Family.Type;

/** The {@code websocket_*} metrics, which dashboards for any tunnel know. */
final class WebSocketFamilies {
    private static final Family ACTIVE = Family.of("websocket_active_connections", Type.GAUGE,
            "WebSocket connections that have not ended");
    private static final Family TOTAL = Family.of("websocket_total_connections", Type.COUNTER_BY_OTHER_NAME,
            "WebSocket upgrades that reached 101");
    private static final Family MESSAGES = Family.of("websocket_messages_total", Type.COUNTER,
            "Text and binary messages received from clients and sent to clients");
    private static final Family BYTES = new Family("websocket_bytes_total", Type.COUNTER, "bytes",
            "Bytes on the wire received from clients and sent to clients, frame headers included");
    private static final Family ERRORS = Family.of("websocket_errors_total", Type.COUNTER,
            "Violations of RFC 6455, resets and failed exchanges");
    private static final Family RECONNECTIONS = Family.of("websocket_reconnections_total", Type.COUNTER,
            "Legs that were lost and came back");

    private WebSocketFamilies() {}

    static void write(Counters counters, Exposition out) {
        Traffic received = counters.toUpstream();
        Traffic sent = counters.toClient();
        out.single(ACTIVE, counters.activeConnections());
        out.single(TOTAL, counters.totalConnections());
        directions(MESSAGES, received.messages(), sent.messages(), out);
        directions(BYTES, received.bytes(), sent.bytes(), out);
        out.single(ERRORS, counters.errors());
        out.single(RECONNECTIONS, counters.upkeep().reconnections());
    }

    private static void directions(Family family, long received, long sent, Exposition out) {
        out.family(family)
                .sample(family.name(), received, Label.of(Direction.TO_UPSTREAM))
                .sample(family.name(), sent, Label.of(Direction.TO_CLIENT));
    }
}
