package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Secrets;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as JSON: {@code seq}, {@code at}, {@code type}, {@code connection} where there is one, and what else the type has.
 * {@link EventReader} is the way back.
 */
final class EventWriter {
    private EventWriter() {}

    static ObjectNode write(Event event) {
        return switch (event) {
            case Event.EngineStarted e -> of(e, "engine-started").with("address", e.address()).done();
            case Event.Reconfigured e ->
                of(e, "reconfigured").with("routes", e.routes()).with("source", e.source()).done();
            case Event.ConnectionRequested e -> of(e, "connection-requested").with("path", Secrets.maskQuery(e.path()))
                    .with("client", e.client())
                    .with("route", e.route())
                    .done();
            case Event.ConnectionOpened e -> of(e, "connection-opened").with("micros", e.micros()).done();
            case Event.HandshakeFailed e ->
                of(e, "handshake-failed").with("status", e.status()).with("reason", e.reason()).done();
            case Event.LegEnded e -> of(e, "leg-ended").with("leg", e.leg())
                    .with("manner", e.manner())
                    .with("detail", e.detail())
                    .done();
            case Event.ConnectionClosed e ->
                of(e, "connection-closed").with("close", Json.tree(CloseJson.of(e.close()))).done();
            case Event.ProtocolViolation e -> of(e, "protocol-violation").with("direction", e.direction())
                    .with("rule", e.rule())
                    .with("detail", e.detail())
                    .done();
            case Event.LimitReached e ->
                of(e, "limit-reached").with("limit", e.limit()).with("detail", e.detail()).done();
            case Event.TlsFailed e ->
                of(e, "tls-failed").with("client", e.client()).with("reason", e.reason()).done();
            case Event.RequestFailed e -> of(e, "request-failed").with("method", e.method())
                    .with("path", Secrets.maskQuery(e.path()))
                    .with("status", e.status())
                    .with("reason", e.reason())
                    .done();
            case Event.UpstreamLost e ->
                of(e, "upstream-lost").with("manner", e.manner()).with("detail", e.detail()).done();
            case Event.ReconnectPlanned e -> planned(e);
            case Event.ReconnectFailed e ->
                of(e, "reconnect-failed").with("attempt", e.attempt()).with("reason", e.reason()).done();
            case Event.UpstreamBack e -> of(e, "upstream-back").with("attempts", e.attempts())
                    .with("away", e.away())
                    .with("flushed", e.flushed())
                    .done();
            case Event.ClientLost e -> of(e, "client-lost").with("manner", e.manner())
                    .with("detail", e.detail())
                    .with("until", e.until())
                    .done();
            case Event.ClientBack e ->
                of(e, "client-back").with("away", e.away()).with("flushed", e.flushed()).done();
            case Event.MessagesDropped e -> of(e, "messages-dropped").with("direction", e.direction())
                    .with("messages", e.messages())
                    .with("bound", e.bound())
                    .done();
            case Event.PongMissed e -> of(e, "pong-missed").with("leg", e.leg())
                    .with("missed", e.missed())
                    .with("allowed", e.allowed())
                    .done();
            case Event.IdleWarning e -> of(e, "idle-warning").with("idle", e.idle()).with("limit", e.limit()).done();
            case Event.GapSettled e -> of(e, "gap-settled").with("dialect", e.dialect())
                    .with("settlement", e.settlement())
                    .with("detail", e.detail())
                    .done();
            case Event.AlertRaised e -> of(e, "alert-raised").with("level", e.level()).with("value", e.value()).done();
            case Event.AlertCleared e ->
                of(e, "alert-cleared").with("level", e.level()).with("value", e.value()).done();
            case Event.FaultArmed e -> of(e, "fault-armed").with("fault", e.fault())
                    .with("faultType", e.type())
                    .with("label", e.label())
                    .done();
            case Event.FaultDisarmed e -> of(e, "fault-disarmed").with("fault", e.fault())
                    .with("faultType", e.type())
                    .with("label", e.label())
                    .with("reason", e.reason())
                    .done();
            case Event.FaultFired e -> of(e, "fault-fired").with("fault", e.fault())
                    .with("faultType", e.type())
                    .with("detail", e.detail())
                    .done();
            case Event.BreakpointSet e -> of(e, "breakpoint-set").with("breakpoint", e.breakpoint())
                    .with("label", e.label())
                    .done();
            case Event.BreakpointCleared e -> of(e, "breakpoint-cleared").with("breakpoint", e.breakpoint())
                    .with("label", e.label())
                    .with("reason", e.reason())
                    .done();
            case Event.MessageHeld e -> of(e, "message-held").with("held", e.held())
                    .with("breakpoint", e.breakpoint())
                    .with("direction", e.direction())
                    .with("opcode", e.opcode())
                    .with("length", e.length())
                    .done();
            case Event.MessageReleased e -> of(e, "message-released").with("held", e.held())
                    .with("breakpoint", e.breakpoint())
                    .with("direction", e.direction())
                    .with("outcome", e.outcome())
                    .with("waited", e.waited())
                    .done();
            case Event.ReplayStarted e -> of(e, "replay-started").with("replay", e.replay())
                    .with("messages", e.messages())
                    .with("bytes", e.bytes())
                    .done();
            case Event.ReplayFinished e -> of(e, "replay-finished").with("replay", e.replay())
                    .with("state", e.state())
                    .with("sent", e.sent())
                    .with("messages", e.messages())
                    .with("detail", e.detail())
                    .done();
        };
    }

    private static ObjectNode planned(Event.ReconnectPlanned e) {
        return of(e, "reconnect-planned").with("attempt", e.attempt())
                .with("maxAttempts", e.maxAttempts())
                .with("planned", e.planned())
                .with("delay", e.delay())
                .with("jitter", e.jitter())
                .done();
    }

    private static Fields of(Event event, String type) {
        return new Fields().with("seq", event.seq())
                .with("at", event.at())
                .with("type", type)
                .with("connection", event.connection());
    }
}
