package dev.socketscope.engine.debug;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Secrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the debug log.
 *
 * @param category upgrade, message, keepalive, reconnect, buffer, hmr, alert, fault, hold, replay, close, error, limit, http, engine or debug
 */
public record DebugLine(Instant at, String category, String message, Map<String, Object> data) {

    /** {@code [WS:category] timestamp message {json}}; tokens in URLs are masked. */
    @Override
    public String toString() {
        String json = data.isEmpty() ? "" : " " + json();
        return "[WS:" + category + "] " + at.truncatedTo(ChronoUnit.MILLIS) + " " + message + json;
    }

    /** The data as JSON. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(data);
    }

    /** What an event says. */
    public static DebugLine of(Event event) {
        return switch (event) {
            case Event.EngineStarted e -> line(e, "engine", "Engine started", "address", e.address());
            case Event.Reconfigured e ->
                line(e, "engine", "Reconfigured", "routes", e.routes(), "source", e.source());
            case Event.ConnectionRequested e -> line(e, "upgrade", "Upgrade requested", "path", e.path(), "client",
                    e.client(), "route", e.route());
            case Event.ConnectionOpened e -> line(e, "upgrade", "Connection opened", "micros", e.micros());
            case Event.HandshakeFailed e ->
                line(e, "upgrade", "Upgrade failed", "status", e.status(), "reason", e.reason());
            case Event.LegEnded e ->
                line(e, "close", "Leg ended", "leg", Names.of(e.leg()), "manner", Names.of(e.manner()),
                        "detail", e.detail());
            case Event.ConnectionClosed e -> closed(e);
            case Event.ProtocolViolation e -> line(e, "error", "Protocol violation", "direction",
                    e.direction().wireName(), "rule", e.rule(), "detail", e.detail());
            case Event.LimitReached e -> line(e, "limit", "Limit reached", "limit", e.limit(), "detail", e.detail());
            case Event.RequestFailed e -> line(e, "http", "Request failed", "method", e.method(), "path", e.path(),
                    "status", e.status(), "reason", e.reason());
            case Event.TlsFailed e ->
                line(e, "error", "TLS handshake failed", "client", e.client(), "reason", e.reason());
            case Event.UpstreamLost e -> line(e, "reconnect", "Upstream lost", "manner", Names.of(e.manner()), "detail",
                    e.detail());
            case Event.ReconnectPlanned e -> line(e, "reconnect", "Reconnect planned", "attempt", e.attempt(), "of",
                    e.maxAttempts(), "planned", e.planned().toString(), "delayMillis", e.delay().toMillis());
            case Event.ReconnectFailed e -> line(e, "reconnect", "Reconnect failed", "attempt", e.attempt(), "reason",
                    e.reason());
            case Event.UpstreamBack e -> line(e, "reconnect", "Upstream back", "attempts", e.attempts(), "awayMillis",
                    e.away().toMillis(), "flushed", e.flushed());
            case Event.ClientLost e -> line(e, "reconnect", "Client lost", "manner", Names.of(e.manner()), "detail",
                    e.detail(), "until", e.until().toString());
            case Event.ClientBack e -> line(e, "reconnect", "Client back", "awayMillis", e.away().toMillis(), "flushed",
                    e.flushed());
            case Event.MessagesDropped e -> line(e, "buffer", "Messages dropped", "direction",
                    e.direction().wireName(), "messages", e.messages(), "bound", e.bound());
            case Event.PongMissed e ->
                line(e, "keepalive", "Missed pong", "leg", Names.of(e.leg()), "missed", e.missed(),
                        "allowed", e.allowed());
            case Event.IdleWarning e -> line(e, "keepalive", "Idle", "seconds", e.idle().toSeconds(), "limit",
                    e.limit());
            case Event.GapSettled e -> line(e, "hmr", "Gap settled", "dialect", e.dialect(), "settlement",
                    Names.of(e.settlement()), "detail", e.detail());
            case Event.AlertRaised e ->
                line(e, "alert", "Alert raised", "level", Names.of(e.level()), "value", e.value());
            case Event.AlertCleared e ->
                line(e, "alert", "Alert cleared", "level", Names.of(e.level()), "value", e.value());
            case Event.FaultArmed e -> line(e, "fault", "Fault armed", "fault", e.fault(), "type", Names.of(e.type()),
                    "label", e.label());
            case Event.FaultDisarmed e -> line(e, "fault", "Fault disarmed", "fault", e.fault(), "type",
                    Names.of(e.type()), "label", e.label(), "reason", Names.of(e.reason()));
            case Event.FaultFired e -> line(e, "fault", "Fault fired", "fault", e.fault(), "type", Names.of(e.type()),
                    "detail", e.detail());
            case Event.BreakpointSet e -> line(e, "hold", "Breakpoint set", "breakpoint", e.breakpoint(), "label",
                    e.label());
            case Event.BreakpointCleared e -> line(e, "hold", "Breakpoint cleared", "breakpoint", e.breakpoint(),
                    "label", e.label(), "reason", Names.of(e.reason()));
            case Event.MessageHeld e -> line(e, "hold", "Message held", "held", e.held(), "breakpoint",
                    e.breakpoint(), "direction", e.direction().wireName(), "opcode", e.opcode().wireName(), "length",
                    e.length());
            case Event.MessageReleased e -> line(e, "hold", "Message released", "held", e.held(), "breakpoint",
                    e.breakpoint(), "direction", e.direction().wireName(), "outcome", Names.of(e.outcome()),
                    "waitedMillis", e.waited().toMillis());
            case Event.ReplayStarted e -> line(e, "replay", "Replay started", "replay", e.replay(), "messages",
                    e.messages(), "bytes", e.bytes());
            case Event.ReplayFinished e -> line(e, "replay", "Replay finished", "replay", e.replay(), "state",
                    Names.of(e.state()), "sent", e.sent(), "messages", e.messages(), "detail", e.detail());
        };
    }

    private static DebugLine closed(Event.ConnectionClosed event) {
        CloseInfo close = event.close();
        return line(event, "close", "Connection closed", "by", Names.of(close.by()), "manner", Names.of(close.manner()),
                "code", close.code(), "reason", close.reason());
    }

    /** Sizes and flags only: payloads may hold anything. */
    static DebugLine of(Frame frame) {
        Opcode opcode = frame.opcode();
        String category = switch (opcode) {
            case TEXT, BINARY, CONTINUATION, RESERVED -> "message";
            case PING, PONG -> "keepalive";
            case CLOSE -> "close";
        };
        Instant at = Instant.EPOCH.plus(frame.atMicros(), ChronoUnit.MICROS);
        return new DebugLine(at, category, "Frame " + frame.direction().wireName(),
                data(frame.connection(), "opcode", opcode.wireName(), "size", frame.length(), "fin", frame.fin(), "seq",
                        frame.seq()));
    }

    /** Lines that this log has to leave out because it was too slow. */
    static DebugLine missed(Instant at, String what, long number) {
        return new DebugLine(at, "debug", "Missed " + what, data(null, "count", number));
    }

    /** Messages that this log has to do without. */
    static DebugLine noMessages(Instant at, String reason) {
        return new DebugLine(at, "debug", "Messages cannot be followed", data(null, "reason", reason));
    }

    private static DebugLine line(Event event, String category, String message, Object... data) {
        return new DebugLine(event.at(), category, message, data(event.connection(), data));
    }

    private static Map<String, Object> data(@Nullable String connection, Object... keysAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (connection != null) {
            data.put("connection", connection);
        }
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            data.put((String) keysAndValues[i], value instanceof String text ? Secrets.maskQuery(text) : value);
        }
        return data;
    }
}
