package dev.socketscope.app.events;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Event;
import java.util.Locale;

/** What a person calls an event, and its colour. */
enum EventKind {
    ENGINE, REQUESTED, OPENED, FAILED, LEG_ENDED, CLOSED, VIOLATION, LIMIT;

    static EventKind of(Event event) {
        return switch (event) {
            case Event.EngineStarted e -> ENGINE;
            case Event.ConnectionRequested e -> REQUESTED;
            case Event.ConnectionOpened e -> OPENED;
            case Event.HandshakeFailed e -> FAILED;
            case Event.LegEnded e -> LEG_ENDED;
            case Event.ConnectionClosed e -> CLOSED;
            case Event.ProtocolViolation e -> VIOLATION;
            case Event.LimitReached e -> LIMIT;
            case Event.RequestFailed e -> FAILED;
        };
    }

    /** The style class of a {@link dev.socketscope.app.controls.Chip} for this event. */
    static String tone(Event event) {
        return switch (of(event)) {
            case ENGINE, REQUESTED -> "accent";
            case OPENED -> "open";
            case FAILED, VIOLATION -> "broken";
            case LIMIT -> "held";
            case LEG_ENDED -> "quiet";
            case CLOSED -> event instanceof Event.ConnectionClosed closed && !closed.close().orderly()
                    ? "broken"
                    : "quiet";
        };
    }

    String title() {
        return Strings.of("event." + name().toLowerCase(Locale.ROOT));
    }
}
