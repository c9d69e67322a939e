package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events from what {@link EventWriter} wrote. */
final class EventReader {
    private final Members in;
    private final long seq;
    private final Instant at;

    private EventReader(Members in) {
        this.in = in;
        this.seq = in.number("seq");
        this.at = in.instant("at");
    }

    /** Empty for an event of another version: one of a type, or with a value, that this one does not know. */
    static Optional<Event> read(Members in) {
        try {
            return Optional.ofNullable(new EventReader(in).event(in.text("type")));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    private @Nullable Event event(String type) {
        return switch (type) {
            case "engine-started" -> new Event.EngineStarted(seq, at, in.text("address"));
            case "reconfigured" -> new Event.Reconfigured(seq, at, in.whole("routes"), in.text("source"));
            case "request-failed" -> new Event.RequestFailed(seq, at, in.text("method"), in.text("path"),
                    in.whole("status"), in.text("reason"));
            case "tls-failed" -> new Event.TlsFailed(seq, at, in.text("client"), in.text("reason"));
            case "limit-reached" -> new Event.LimitReached(seq, at, in.optionalText("connection"), in.text("limit"),
                    in.text("detail"));
            case "alert-raised" -> new Event.AlertRaised(seq, at, level(), in.decimal("value", Double.NaN));
            case "alert-cleared" -> new Event.AlertCleared(seq, at, level(), in.decimal("value", Double.NaN));
            case "fault-armed" -> new Event.FaultArmed(seq, at, in.text("fault"), fault(), in.text("label"));
            case "fault-disarmed" -> new Event.FaultDisarmed(seq, at, in.text("fault"), fault(), in.text("label"),
                    in.choice(Event.DisarmReason.class, "reason"));
            case "breakpoint-set" -> new Event.BreakpointSet(seq, at, in.text("breakpoint"), in.text("label"));
            case "breakpoint-cleared" -> new Event.BreakpointCleared(seq, at, in.text("breakpoint"), in.text("label"),
                    in.choice(Event.DisarmReason.class, "reason"));
            default -> onConnection(type);
        };
    }

    private @Nullable Event onConnection(String type) {
        return switch (type) {
            case "connection-requested" ->
                new Event.ConnectionRequested(seq, at, id(), in.text("path"), in.text("client"), in.text("route"));
            case "connection-opened" -> new Event.ConnectionOpened(seq, at, id(), in.number("micros"));
            case "handshake-failed" ->
                new Event.HandshakeFailed(seq, at, id(), in.whole("status"), in.text("reason"));
            case "leg-ended" -> new Event.LegEnded(seq, at, id(), leg(), manner(), in.text("detail"));
            case "connection-closed" -> new Event.ConnectionClosed(seq, at, id(), close().toApi());
            case "protocol-violation" ->
                new Event.ProtocolViolation(seq, at, id(), direction(), in.text("rule"), in.text("detail"));
            case "pong-missed" ->
                new Event.PongMissed(seq, at, id(), leg(), in.whole("missed"), in.whole("allowed"));
            case "idle-warning" -> new Event.IdleWarning(seq, at, id(), in.span("idle"), in.text("limit"));
            case "gap-settled" -> new Event.GapSettled(seq, at, id(), in.text("dialect"),
                    in.choice(Event.Settlement.class, "settlement"), in.text("detail"));
            case "fault-fired" ->
                new Event.FaultFired(seq, at, id(), in.text("fault"), fault(), in.text("detail"));
            case "message-held" -> new Event.MessageHeld(seq, at, id(), in.text("held"), in.text("breakpoint"),
                    direction(), in.choice(Opcode.class, "opcode"), in.number("length"));
            case "message-released" -> new Event.MessageReleased(seq, at, id(), in.text("held"), in.text("breakpoint"),
                    direction(), in.choice(Event.Outcome.class, "outcome"), in.span("waited"));
            case "replay-started" -> new Event.ReplayStarted(seq, at, id(), in.text("replay"), in.whole("messages"),
                    in.number("bytes"));
            case "replay-finished" -> new Event.ReplayFinished(seq, at, id(), in.text("replay"),
                    in.choice(ReplayStatus.State.class, "state"), in.whole("sent"), in.whole("messages"),
                    in.text("detail"));
            default -> survival(type);
        };
    }

    private @Nullable Event survival(String type) {
        return switch (type) {
            case "upstream-lost" -> new Event.UpstreamLost(seq, at, id(), manner(), in.text("detail"));
            case "reconnect-planned" -> new Event.ReconnectPlanned(seq, at, id(), in.whole("attempt"),
                    in.whole("maxAttempts"), in.instant("planned"), in.span("delay"), in.span("jitter"));
            case "reconnect-failed" ->
                new Event.ReconnectFailed(seq, at, id(), in.whole("attempt"), in.text("reason"));
            case "upstream-back" ->
                new Event.UpstreamBack(seq, at, id(), in.whole("attempts"), in.span("away"), in.whole("flushed"));
            case "client-lost" ->
                new Event.ClientLost(seq, at, id(), manner(), in.text("detail"), in.instant("until"));
            case "client-back" -> new Event.ClientBack(seq, at, id(), in.span("away"), in.whole("flushed"));
            case "messages-dropped" ->
                new Event.MessagesDropped(seq, at, id(), direction(), in.number("messages"), in.text("bound"));
            default -> null;
        };
    }

    private String id() {
        return in.text("connection");
    }

    private Leg leg() {
        return in.choice(Leg.class, "leg");
    }

    private Manner manner() {
        return in.choice(Manner.class, "manner");
    }

    private Direction direction() {
        return in.choice(Direction.class, "direction");
    }

    private ServiceLevel.Kind level() {
        return in.choice(ServiceLevel.Kind.class, "level");
    }

    private FaultType fault() {
        return in.choice(FaultType.class, "faultType");
    }

    private CloseJson close() {
        return Json.read(in.tree("close"), CloseJson.class);
    }
}
