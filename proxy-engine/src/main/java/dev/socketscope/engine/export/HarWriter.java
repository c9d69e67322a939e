package dev.socketscope.engine.export;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * HTTP Archive 1.2: one entry for each connection, whose messages stand in {@code _webSocketMessages} as Chrome's developer tools write
 * them: {@code type} send or receive, {@code time} in seconds since the epoch, {@code opcode}, and {@code data}, in Base64 for binary
 * messages. Control frames and messages without an end have no place there. How it ended stands in {@code _webSocketClose}.
 */
final class HarWriter {
    private static final double MICROS = 1e6;
    private final OutputStream out;
    private final String version;
    private final FrameWalk walk;

    HarWriter(Engine engine, String filter, OutputStream out) {
        this.out = out;
        this.version = engine.info().version();
        this.walk = new FrameWalk(engine, filter);
    }

    long write(List<Connection> connections) throws IOException {
        put("{\"log\":{\"version\":\"1.2\",\"creator\":" + Json.text(
                Json.object().put("name", "Socketscope").put("version", version)) + ",\"pages\":[],\"entries\":[");
        String separator = "\n";
        for (Connection connection : connections) {
            put(separator);
            entry(connection);
            separator = ",\n";
        }
        put("\n]}}\n");
        return walk.lost();
    }

    private void entry(Connection connection) throws IOException {
        String head = Json.text(describe(connection));
        put(head.substring(0, head.length() - 1) + ",\"_webSocketMessages\":[");
        String[] separator = {""};
        walk.each(Set.of(connection.id()), row -> {
            Optional<ObjectNode> message = message(row.frame());
            if (message.isPresent()) {
                put(separator[0] + Json.text(message.get()));
                separator[0] = ",\n";
            }
        });
        put("]}");
    }

    private Optional<ObjectNode> message(Frame frame) throws IOException {
        return FrameWalk.endsMessage(frame) ? walk.message(frame).map(payload -> message(frame, payload))
                : Optional.empty();
    }

    private static ObjectNode message(Frame frame, Payload payload) {
        boolean text = payload.opcode() == Opcode.TEXT;
        return Json.object()
                .put("type", frame.direction() == Direction.TO_UPSTREAM ? "send" : "receive")
                .put("time", frame.atMicros() / MICROS)
                .put("opcode", text ? 1 : 2)
                .put("data", text ? new String(payload.bytes(), StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(payload.bytes()));
    }

    private static ObjectNode describe(Connection connection) {
        Handshake handshake = connection.handshake();
        Instant end = Objects.requireNonNullElseGet(connection.closedAt(), Instant::now);
        ObjectNode entry = Json.object()
                .put("startedDateTime", connection.openedAt().toString())
                .put("time", Math.max(0, Duration.between(connection.openedAt(), end).toMillis()));
        entry.set("request", request(connection));
        entry.set("response", response(handshake));
        entry.set("cache", Json.object());
        entry.set("timings", timings(handshake));
        entry.put("connection", connection.id());
        if (connection.close() != null) {
            entry.set("_webSocketClose", close(connection.close(), end));
        }
        entry.put("_resourceType", "websocket");
        return entry;
    }

    /** As HTTP Toolkit writes it, and beside that who ended it and how. */
    private static ObjectNode close(CloseInfo close, Instant at) {
        return Json.object()
                .put("code", close.code())
                .put("reason", close.reason())
                .put("timestamp", ReportWords.micros(at) / MICROS)
                .put("by", Names.of(close.by()))
                .put("manner", Names.of(close.manner()));
    }

    private static ObjectNode request(Connection connection) {
        ObjectNode request = Json.object()
                .put("method", "GET")
                .put("url", url(connection))
                .put("httpVersion", "HTTP/1.1");
        request.set("cookies", Json.object().arrayNode());
        request.set("headers", headers(connection.handshake().requestHeaders()));
        request.set("queryString", query(connection));
        return request.put("headersSize", -1).put("bodySize", 0);
    }

    private static String url(Connection connection) {
        String query = connection.query() == null ? "" : "?" + connection.query();
        return "ws://" + connection.host() + connection.path() + query;
    }

    private static ArrayNode query(Connection connection) {
        ArrayNode pairs = Json.object().arrayNode();
        if (connection.query() != null) {
            for (String pair : connection.query().split("&")) {
                int equals = pair.indexOf('=');
                pairs.addObject()
                        .put("name", equals < 0 ? pair : pair.substring(0, equals))
                        .put("value", equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static ObjectNode response(Handshake handshake) {
        ObjectNode response = Json.object()
                .put("status", handshake.status())
                .put("statusText", handshake.reasonPhrase())
                .put("httpVersion", "HTTP/1.1");
        response.set("cookies", Json.object().arrayNode());
        response.set("headers", headers(handshake.returnedHeaders()));
        response.set("content", Json.object().put("size", 0).put("mimeType", "x-unknown"));
        return response.put("redirectURL", "").put("headersSize", -1).put("bodySize", 0);
    }

    private static ArrayNode headers(List<Header> headers) {
        ArrayNode array = Json.object().arrayNode();
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        return array;
    }

    /** In milliseconds; what was not measured is -1, as the format has it. */
    private static ObjectNode timings(Handshake handshake) {
        return Json.object()
                .put("blocked", -1)
                .put("dns", millis(handshake, Handshake.Station.RESOLVE))
                .put("connect", millis(handshake, Handshake.Station.CONNECT))
                .put("send", Math.max(0, millis(handshake, Handshake.Station.SEND_UPGRADE)))
                .put("wait", Math.max(0, millis(handshake, Handshake.Station.UPSTREAM_PROCESSING)))
                .put("receive", Math.max(0, millis(handshake, Handshake.Station.RECEIVE_RESPONSE)));
    }

    private static double millis(Handshake handshake, Handshake.Station station) {
        return handshake.steps()
                .stream()
                .filter(step -> step.station() == station)
                .mapToDouble(step -> step.micros() / 1_000.0)
                .findFirst()
                .orElse(-1);
    }

    private void put(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }
}
