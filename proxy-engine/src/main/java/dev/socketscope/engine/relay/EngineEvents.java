package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.fault.BreakpointRule;
import dev.socketscope.engine.fault.Firing;
import dev.socketscope.engine.journal.EventLog;
import dev.socketscope.engine.metrics.Alerts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what happens into the event log. */
final class EngineEvents {
    /** Events are kept by the thousand, so none may be as long as the longest URL. */
    private static final int LONGEST_PATH = 300;

    private final EventLog log;

    EngineEvents(EventLog log) {
        this.log = log;
    }

    void engineStarted(String address) {
        log.append(seq -> new Event.EngineStarted(seq, Instant.now(), address));
    }

    void reconfigured(int routes, String source) {
        log.append(seq -> new Event.Reconfigured(seq, Instant.now(), routes, source));
    }

    void connectionRequested(WsConnection c) {
        log.append(
                seq -> new Event.ConnectionRequested(seq, Instant.now(), c.id(), shorten(c.path()), c.clientAddress(),
                        SeenTexts.of(c.rule())));
    }

    void connectionOpened(String id, long micros) {
        log.append(seq -> new Event.ConnectionOpened(seq, Instant.now(), id, micros));
    }

    void handshakeFailed(String id, int status, String reason) {
        log.append(seq -> new Event.HandshakeFailed(seq, Instant.now(), id, status, reason));
    }

    void legEnded(String id, Leg leg, CloseInfo.Manner manner, String detail) {
        log.append(seq -> new Event.LegEnded(seq, Instant.now(), id, leg, manner, detail));
    }

    void connectionClosed(String id, CloseInfo close) {
        log.append(seq -> new Event.ConnectionClosed(seq, Instant.now(), id, close));
    }

    void alert(Alerts.Change change) {
        log.append(seq -> change.event(seq, Instant.now()));
    }

    void upstreamLost(String id, CloseInfo.Manner manner, String detail) {
        log.append(seq -> new Event.UpstreamLost(seq, Instant.now(), id, manner, detail));
    }

    void reconnectPlanned(String id, int attempt, int of, Instant planned, Duration delay, Duration jitter) {
        log.append(seq -> new Event.ReconnectPlanned(seq, Instant.now(), id, attempt, of, planned, delay, jitter));
    }

    void reconnectFailed(String id, int attempt, String reason) {
        log.append(seq -> new Event.ReconnectFailed(seq, Instant.now(), id, attempt, reason));
    }

    void upstreamBack(String id, int attempts, Duration away, int flushed) {
        log.append(seq -> new Event.UpstreamBack(seq, Instant.now(), id, attempts, away, flushed));
    }

    void clientLost(String id, CloseInfo.Manner manner, String detail, Instant until) {
        log.append(seq -> new Event.ClientLost(seq, Instant.now(), id, manner, detail, until));
    }

    void clientBack(String id, Duration away, int flushed) {
        log.append(seq -> new Event.ClientBack(seq, Instant.now(), id, away, flushed));
    }

    void messagesDropped(String id, Direction direction, long messages, String bound) {
        log.append(seq -> new Event.MessagesDropped(seq, Instant.now(), id, direction, messages, bound));
    }

    void pongMissed(String id, Leg leg, int missed, int allowed) {
        log.append(seq -> new Event.PongMissed(seq, Instant.now(), id, leg, missed, allowed));
    }

    void gapSettled(String id, String dialect, Event.Settlement settlement, String detail) {
        log.append(seq -> new Event.GapSettled(seq, Instant.now(), id, dialect, settlement, detail));
    }

    void faultArmed(ArmedFault fault) {
        log.append(seq -> new Event.FaultArmed(seq, Instant.now(), fault.id(), fault.type(), fault.fault().label()));
    }

    void faultDisarmed(ArmedFault fault, Event.DisarmReason why) {
        log.append(seq -> new Event.FaultDisarmed(seq, Instant.now(), fault.id(), fault.type(), fault.fault().label(),
                why));
    }

    void faultFired(String id, Firing firing) {
        log.append(seq -> new Event.FaultFired(seq, Instant.now(), id, firing.fault(), firing.type(), firing.detail()));
    }

    void breakpointSet(BreakpointRule rule) {
        log.append(seq -> new Event.BreakpointSet(seq, Instant.now(), rule.id(), rule.breakpoint().label()));
    }

    void breakpointCleared(BreakpointRule rule, Event.DisarmReason why) {
        log.append(seq -> new Event.BreakpointCleared(seq, Instant.now(), rule.id(), rule.breakpoint().label(), why));
    }

    void messageHeld(HeldMessage m) {
        log.append(seq -> new Event.MessageHeld(seq, m.heldAt(), m.connection(), m.id(), m.breakpoint(), m.direction(),
                m.opcode(), m.length()));
    }

    void messageReleased(HeldMessage m, Event.Outcome outcome) {
        Instant now = Instant.now();
        log.append(seq -> new Event.MessageReleased(seq, now, m.connection(), m.id(), m.breakpoint(), m.direction(),
                outcome, Duration.between(m.heldAt(), now)));
    }

    void replayStarted(ReplayStatus replay) {
        log.append(seq -> new Event.ReplayStarted(seq, replay.startedAt(), replay.connection(), replay.id(),
                replay.messages(), replay.bytes()));
    }

    void replayFinished(ReplayStatus replay) {
        log.append(seq -> new Event.ReplayFinished(seq, Instant.now(), replay.connection(), replay.id(),
                replay.state(), replay.sent(), replay.messages(), replay.detail()));
    }

    void idleWarning(String id, Duration idle, String limit) {
        log.append(seq -> new Event.IdleWarning(seq, Instant.now(), id, idle, limit));
    }

    void violation(String id, Direction direction, String rule, String detail) {
        log.append(seq -> new Event.ProtocolViolation(seq, Instant.now(), id, direction, rule, detail));
    }

    void limitReached(@Nullable String id, String limit, String detail) {
        log.append(seq -> new Event.LimitReached(seq, Instant.now(), id, limit, detail));
    }

    void tlsFailed(String client, String reason) {
        log.append(seq -> new Event.TlsFailed(seq, Instant.now(), client, reason));
    }

    void requestFailed(RequestFacts request, Refusal refusal) {
        log.append(seq -> new Event.RequestFailed(seq, Instant.now(), request.method().name(),
                shorten(request.target().path()),
                refusal.status().code(), refusal.reason()));
    }

    private static String shorten(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH - 1) + "…";
    }
}
