package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.TunnelPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a tunnel goes on without one of its legs, and has that leg replaced.
 *
 * <pre>
 *   open ──upstream lost──► upstream away ─ {@link UpstreamReturn} dials ─► open
 *    │                          └── attempts used up ──► client closed with 1011 or 1012
 *    └──client lost──► client away ─ {@link ClientReturn} waits ─► open
 *                          └── time over ──► upstream closed with 1001
 * </pre>
 *
 * Both may be away at once. A tunnel cannot go on when a peer has been sent half a message, or when a compressed message refers to
 * one that the next socket has never seen.
 */
final class Survival {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final boolean upstreamHeld;
    private final SurvivalRecord record;
    private boolean clientHeld;
    private boolean stopped;
    private @Nullable UpstreamReturn upstreamReturn;
    private @Nullable ClientReturn clientReturn;

    Survival(RelayContext relay, Tunnel tunnel) {
        this.relay = relay;
        this.tunnel = tunnel;
        TunnelPolicy policy = tunnel.policy();
        boolean standAlone = tunnel.agreed().standAlone();
        this.upstreamHeld = policy.hold().upstream() && standAlone;
        this.clientHeld = policy.hold().client() && standAlone;
        this.record = new SurvivalRecord(relay, tunnel);
    }

    SurvivalRecord record() {
        return record;
    }

    /** The client has asked to be resumed. */
    void holdClient() {
        clientHeld = true;
    }

    /** Whether the tunnel may go on without this leg. */
    boolean mayHold(Leg leg) {
        return leg == Leg.UPSTREAM ? upstreamHeld : clientHeld;
    }

    /** Whether a Close frame with this code tells of a restart (RFC 6455 §7.4.1 and the registry it founds), not of an end. */
    boolean closeIsLoss(Leg from, int code) {
        return from == Leg.UPSTREAM && (code == CloseCode.SERVICE_RESTART || code == CloseCode.TRY_AGAIN_LATER)
                && canLose(from);
    }

    private boolean canLose(Leg leg) {
        return mayHold(leg) && !stopped && !tunnel.leg(leg).lost() && tunnel.connection().close() == null
                && !tunnel.from(leg).cutsMessage();
    }

    /** A leg has ended without a Close frame: true when the tunnel goes on without it. */
    boolean survives(Leg leg, Manner manner, String detail) {
        if (tunnel.leg(leg).lost()) {
            return true;
        }
        if (!canLose(leg)) {
            return false;
        }
        lose(leg, manner, detail);
        return true;
    }

    /** The tunnel goes on without the leg. */
    void lose(Leg leg, Manner manner, String detail) {
        tunnel.from(leg).flush();
        tunnel.to(leg).flush();
        if (tunnel.leg(leg).lost() || stopped) {
            // What was flushed was all that a fault lets pass, and its end has come.
            return;
        }
        if (!tunnel.leg(leg).away()) {
            takesNothing(leg);
        }
        tunnel.leg(leg).leave(manner);
        tunnel.from(leg).sourceLost();
        tunnel.upkeep().legLost(leg);
        if (leg == Leg.UPSTREAM) {
            upstreamReturn().lost(manner, detail);
        } else {
            clientReturn().lost(manner, detail);
        }
    }

    /** The leg takes nothing more; what is meant for it waits, if the tunnel may go on without it. */
    boolean stopsSending(Leg leg) {
        if (!canLose(leg)) {
            return false;
        }
        if (!tunnel.leg(leg).away()) {
            tunnel.leg(leg).stopSending();
            takesNothing(leg);
        }
        return true;
    }

    private void takesNothing(Leg leg) {
        tunnel.to(leg).destinationLost();
        HmrSocket page = tunnel.hmr();
        if (leg == Leg.CLIENT && page != null) {
            page.pageLost();
        }
        record.count();
    }

    UpstreamReturn upstreamReturn() {
        if (upstreamReturn == null) {
            upstreamReturn = new UpstreamReturn(relay, tunnel, record);
        }
        return upstreamReturn;
    }

    ClientReturn clientReturn() {
        if (clientReturn == null) {
            clientReturn = new ClientReturn(relay, tunnel, record);
        }
        return clientReturn;
    }

    /** Nobody waits any longer for a leg that is away. */
    void giveUp(String why) {
        if (tunnel.leg(Leg.UPSTREAM).lost()) {
            upstreamReturn().giveUp(why);
        } else {
            clientReturn().giveUp(why);
        }
    }

    /** Messages that waited have been dropped. */
    void dropped(Direction direction, int messages, String bound) {
        if (messages > 0) {
            record.dropped(direction, messages, bound);
        }
    }

    /** The state that others see while both peers are willing. */
    Connection.State state() {
        if (tunnel.leg(Leg.CLIENT).lost()) {
            return Connection.State.CLIENT_AWAY;
        }
        return tunnel.leg(Leg.UPSTREAM).lost() ? Connection.State.UPSTREAM_AWAY : Connection.State.OPEN;
    }

    /** Nothing is waited for any more. */
    void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (upstreamReturn != null) {
            upstreamReturn.stop();
        }
        if (clientReturn != null) {
            clientReturn.stop();
        }
        record.stop();
    }
}
