package dev.socketscope.app.events;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Event;
import java.util.Locale;

/** What a person calls an event, and its colour. */
enum EventKind {
    ENGINE, REQUESTED, OPENED, FAILED, LEG_ENDED, CLOSED, VIOLATION, LIMIT, LOST, RECONNECT, BACK, DROPPED, KEEP_ALIVE,
    HMR, ALERT, CLEARED, FAULT, BREAKPOINT, HELD, REPLAY;

    static EventKind of(Event event) {
        return switch (event) {
            case Event.EngineStarted e -> ENGINE;
            case Event.Reconfigured e -> ENGINE;
            case Event.ConnectionRequested e -> REQUESTED;
            case Event.ConnectionOpened e -> OPENED;
            case Event.HandshakeFailed e -> FAILED;
            case Event.LegEnded e -> LEG_ENDED;
            case Event.ConnectionClosed e -> CLOSED;
            case Event.ProtocolViolation e -> VIOLATION;
            case Event.LimitReached e -> LIMIT;
            case Event.RequestFailed e -> FAILED;
            case Event.TlsFailed e -> FAILED;
            case Event.UpstreamLost e -> LOST;
            case Event.ClientLost e -> LOST;
            case Event.ReconnectPlanned e -> RECONNECT;
            case Event.ReconnectFailed e -> RECONNECT;
            case Event.UpstreamBack e -> BACK;
            case Event.ClientBack e -> BACK;
            case Event.MessagesDropped e -> DROPPED;
            case Event.PongMissed e -> KEEP_ALIVE;
            case Event.IdleWarning e -> KEEP_ALIVE;
            case Event.GapSettled e -> HMR;
            case Event.AlertRaised e -> ALERT;
            case Event.AlertCleared e -> CLEARED;
            case Event.FaultArmed e -> FAULT;
            case Event.FaultDisarmed e -> FAULT;
            case Event.FaultFired e -> FAULT;
            case Event.BreakpointSet e -> BREAKPOINT;
            case Event.BreakpointCleared e -> BREAKPOINT;
            case Event.MessageHeld e -> HELD;
            case Event.MessageReleased e -> HELD;
            case Event.ReplayStarted e -> REPLAY;
            case Event.ReplayFinished e -> REPLAY;
        };
    }

    /** Whether it is what happens to every connection. */
    boolean isRoutine() {
        return this == REQUESTED || this == OPENED || this == LEG_ENDED;
    }

    /** The style class of a {@link dev.socketscope.app.controls.Chip} for this event. */
    static String tone(Event event) {
        return switch (of(event)) {
            case ENGINE, REQUESTED, HMR, REPLAY -> "accent";
            case OPENED, BACK, CLEARED -> "open";
            case FAILED, VIOLATION, DROPPED, ALERT -> "broken";
            case LIMIT, LOST, KEEP_ALIVE -> "held";
            case BREAKPOINT -> event instanceof Event.BreakpointCleared ? "quiet" : "held";
            case HELD -> event instanceof Event.MessageReleased ? "quiet" : "held";
            case FAULT -> event instanceof Event.FaultDisarmed ? "quiet" : "held";
            case RECONNECT -> "reconnecting";
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
