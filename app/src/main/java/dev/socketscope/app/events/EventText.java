package dev.socketscope.app.events;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Secrets;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** Events in words. */
final class EventText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone in which times are told */
    EventText(ZoneId zone) {
        this.zone = zone;
    }

    String time(Event event) {
        return TIME.format(event.at().atZone(zone));
    }

    String connection(Event event) {
        return event.connection() == null ? Units.NOTHING : event.connection();
    }

    String details(Event event) {
        return switch (event) {
            case Event.EngineStarted e -> Strings.of("event.text.started", e.address());
            case Event.Reconfigured e -> say("event.text.reconfigured", e.routes(), e.source());
            case Event.ConnectionRequested e ->
                Strings.of("event.text.requested", Secrets.maskQuery(e.path()), e.client(),
                        e.route());
            case Event.ConnectionOpened e -> Strings.of("event.text.opened", Units.millis(e.micros()));
            case Event.HandshakeFailed e -> failed(e.status(), e.reason());
            case Event.LegEnded e ->
                Strings.of("event.text.leg." + lower(e.leg()), loss(e.manner(), e.detail()));
            case Event.ConnectionClosed e -> closed(e.close());
            case Event.ProtocolViolation e -> Strings.of("event.text.violation", e.rule(), e.detail(),
                    e.direction().wireName());
            case Event.LimitReached e -> Strings.of("event.text.limit", e.limit(), e.detail());
            case Event.RequestFailed e -> Strings.of("event.text.request", e.method(), Secrets.maskQuery(e.path()),
                    Integer.toString(e.status()), e.reason());
            case Event.TlsFailed e -> Strings.of("event.text.tls", e.client(), e.reason());
            case Event.UpstreamLost e -> say("event.text.lost.upstream", loss(e.manner(), e.detail()));
            case Event.ClientLost e -> say("event.text.lost.client", loss(e.manner(), e.detail()),
                    TIME.format(e.until().atZone(zone)));
            case Event.ReconnectPlanned e -> say("event.text.planned", e.attempt(), e.maxAttempts(),
                    TIME.format(e.planned().atZone(zone)), e.delay(),
                    e.delay().plus(e.jitter()));
            case Event.ReconnectFailed e -> say("event.text.attempt.failed", e.attempt(), e.reason());
            case Event.UpstreamBack e ->
                say("event.text.back.upstream", e.away(), e.attempts(), e.flushed());
            case Event.ClientBack e -> say("event.text.back.client", e.away(), e.flushed());
            case Event.MessagesDropped e -> say("event.text.dropped", e.messages(), e.direction().wireName(),
                    e.bound());
            case Event.PongMissed e ->
                say("event.text.pong." + lower(e.leg()), e.missed(), e.allowed());
            case Event.IdleWarning e -> say("event.text.idle", e.idle(), e.limit());
            case Event.GapSettled e -> say("event.text.gap." + lower(e.settlement()), e.dialect(), e.detail());
            case Event.AlertRaised e -> level("event.text.alert", e.level(), e.value());
            case Event.AlertCleared e -> level("event.text.cleared", e.level(), e.value());
            case Event.FaultArmed e -> say("event.text.fault.armed", fault(e.type(), e.label()), e.fault());
            case Event.FaultDisarmed e ->
                say("event.text.fault." + lower(e.reason()), fault(e.type(), e.label()), e.fault());
            case Event.FaultFired e -> say("event.text.fault.fired", e.type().wireName(), e.detail(), e.fault());
            case Event.BreakpointSet e -> say("event.text.breakpoint.set", e.breakpoint(), e.label()).strip();
            case Event.BreakpointCleared e ->
                say("event.text.breakpoint." + lower(e.reason()), e.breakpoint(), e.label()).strip();
            case Event.MessageHeld e -> say("event.text.held", e.opcode().wireName(), e.length(),
                    e.direction().wireName(), e.breakpoint(), e.held());
            case Event.MessageReleased e -> say("event.text.released." + lower(e.outcome()), e.held(), e.waited());
            case Event.ReplayStarted e -> say("event.text.replay.started", e.messages(), e.replay());
            case Event.ReplayFinished e -> say("event.text.replay." + lower(e.state()), e.sent(), e.messages(),
                    e.replay(), e.detail());
        };
    }

    private static String fault(FaultType type, String label) {
        return label.isEmpty() ? type.wireName() : type.wireName() + " “" + label + "”";
    }

    /** Numbers and spans are written out as people read them. */
    private static String say(String key, Object... values) {
        return Strings.of(key,
                Stream.of(values)
                        .map(value -> value instanceof Duration span ? Units.seconds(span) : value.toString())
                        .toArray(String[]::new));
    }

    private static String level(String key, ServiceLevel.Kind kind, double value) {
        return say(key, kind.label(), String.format(Locale.ROOT, "%.1f", value), kind.unit(), kind.alert());
    }

    /** One line for the clipboard: time, connection, kind, details, with tabs between them. */
    String line(Event event) {
        return String.join("\t", event.at().toString(), connection(event), EventKind.of(event).title(), details(event));
    }

    /** The reason often names the status already. */
    private static String failed(int status, String reason) {
        String code = Integer.toString(status);
        return reason.contains(code) ? reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1)
                : Strings.of("event.text.failed", code, reason);
    }

    /** The engine's sentence, where there is one; a Close frame with what stands in it. */
    private static String loss(CloseInfo.Manner manner, String detail) {
        return manner == CloseInfo.Manner.CLOSE_FRAME || detail.isBlank() ? (manner(manner) + " " + detail).strip()
                : detail;
    }

    private static String closed(CloseInfo close) {
        if (close.explained()) {
            return Strings.of("event.text.closed.explained", Integer.toString(close.code()), close.reason());
        }
        String text = Strings.of("event.text.closed", Strings.of("by." + lower(close.by())),
                Integer.toString(close.code()), manner(close.manner()));
        return close.reason().isBlank() ? text : text + " · " + close.reason();
    }

    private static String manner(CloseInfo.Manner manner) {
        return Strings.of("event.manner." + lower(manner));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
