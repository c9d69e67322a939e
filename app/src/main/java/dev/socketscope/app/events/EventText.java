package dev.socketscope.app.events;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Secrets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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
            case Event.ConnectionRequested e ->
                Strings.of("event.text.requested", Secrets.maskQuery(e.path()), e.client(),
                        e.route());
            case Event.ConnectionOpened e -> Strings.of("event.text.opened", Units.millis(e.micros()));
            case Event.HandshakeFailed e -> failed(e.status(), e.reason());
            case Event.LegEnded e ->
                Strings.of("event.text.leg." + lower(e.leg()), manner(e.manner()), e.detail()).strip();
            case Event.ConnectionClosed e -> closed(e.close());
            case Event.ProtocolViolation e -> Strings.of("event.text.violation", e.rule(), e.detail(),
                    e.direction().wireName());
            case Event.LimitReached e -> Strings.of("event.text.limit", e.limit(), e.detail());
            case Event.RequestFailed e -> Strings.of("event.text.request", e.method(), Secrets.maskQuery(e.path()),
                    Integer.toString(e.status()), e.reason());
        };
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

    private static String closed(CloseInfo close) {
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
