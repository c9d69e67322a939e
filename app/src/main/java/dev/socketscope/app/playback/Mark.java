package dev.socketscope.app.playback;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.engine.api.Event;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a recording that is worth a stop.
 *
 * @param micros since the epoch
 * @param text for people
 */
record Mark(long micros, Kind kind, String text) {
    /** What happened; the style sheets give each a colour, {@code mark-broken} and so on. The later one stands in front. */
    enum Kind {
        OPENED, OVER, BACK, FAULT, LOST, BROKEN;

        String styleClass() {
            return "mark-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those of a history, oldest first. */
    static List<Mark> of(List<Event> history) {
        return history.stream().map(Mark::of).filter(Objects::nonNull).toList();
    }

    private static @Nullable Mark of(Event event) {
        return switch (event) {
            case Event.ConnectionOpened e -> of(e, Kind.OPENED, "opened", "");
            case Event.HandshakeFailed e -> of(e, Kind.BROKEN, "failed", e.reason());
            case Event.ConnectionClosed e ->
                of(e, e.close().orderly() ? Kind.OVER : Kind.BROKEN, "closed", Integer.toString(e.close().code()));
            case Event.ProtocolViolation e -> of(e, Kind.BROKEN, "violation", e.rule());
            case Event.UpstreamLost e -> of(e, Kind.LOST, "lost", e.detail());
            case Event.ClientLost e -> of(e, Kind.LOST, "lost", e.detail());
            case Event.ReconnectFailed e -> of(e, Kind.LOST, "retry", e.reason());
            case Event.UpstreamBack e -> of(e, Kind.BACK, "back", "");
            case Event.ClientBack e -> of(e, Kind.BACK, "back", "");
            case Event.MessagesDropped e -> of(e, Kind.BROKEN, "dropped", Long.toString(e.messages()));
            case Event.FaultArmed e -> of(e, Kind.FAULT, "armed", e.type().wireName());
            case Event.FaultFired e -> of(e, Kind.FAULT, "fired", e.type().wireName());
            case Event.FaultDisarmed e -> of(e, Kind.FAULT, "disarmed", e.type().wireName());
            case Event.AlertRaised e -> of(e, Kind.BROKEN, "alert", "");
            default -> null;
        };
    }

    private static Mark of(Event event, Kind kind, String word, String detail) {
        String what = Strings.of("playback.mark." + word, detail).strip();
        String where = event.connection();
        return new Mark(TimeView.micros(event.at()), kind,
                where == null ? what : what + "  " + where);
    }
}
