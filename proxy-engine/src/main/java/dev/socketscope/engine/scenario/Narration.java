package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Names;
import org.jspecify.annotations.Nullable;

/** What is told while a scenario is played: losses and returns, one line each. */
final class Narration {
    private Narration() {}

    /** Null for what happens all the time. */
    static @Nullable String of(Event event) {
        return switch (event) {
            case Event.ConnectionOpened e -> e.connection() + " open";
            case Event.HandshakeFailed e -> e.connection() + " not opened, " + e.status() + ": " + e.reason();
            case Event.ConnectionClosed e -> e.connection() + " " + ended(e.close());
            case Event.UpstreamLost e -> e.connection() + " lost its upstream, " + Names.of(e.manner());
            case Event.UpstreamBack e -> e.connection() + " has its upstream back after " + Texts.span(e.away());
            case Event.ClientLost e -> e.connection() + " lost its client, " + Names.of(e.manner());
            case Event.ClientBack e -> e.connection() + " has its client back after " + Texts.span(e.away());
            case Event.MessagesDropped e ->
                e.connection() + " lost " + Texts.count(e.messages(), "message") + ": " + e.bound();
            case Event.GapSettled e -> e.connection() + " page after the gap: " + Names.of(e.settlement());
            case Event.EngineStarted _,Event.Reconfigured _,Event.ConnectionRequested _,Event.LegEnded _,Event.ProtocolViolation _,Event.LimitReached _,Event.RequestFailed _,Event.TlsFailed _,Event.ReconnectPlanned _,Event.ReconnectFailed _,Event.PongMissed _,Event.IdleWarning _,Event.AlertRaised _,Event.AlertCleared _,Event.FaultArmed _,Event.FaultDisarmed _,Event.FaultFired _,Event.BreakpointSet _,Event.BreakpointCleared _,Event.MessageHeld _,Event.MessageReleased _,Event.ReplayStarted _,Event.ReplayFinished _ ->
                null;
        };
    }

    private static String ended(CloseInfo close) {
        return "ended by " + Names.of(close.by()) + ", " + Names.of(close.manner()) + " " + close.code()
                + (close.reason().isEmpty() ? "" : ", " + close.reason());
    }
}
