package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Leg;
import java.util.concurrent.TimeUnit;

/**
 * How a tunnel ends. Every peer sees what the other one did, a FIN as a FIN and a reset as a reset; who began is written down.
 *
 * <pre>
 *   FIN of one leg ─► other leg: pending bytes, then FIN ─┐ the other direction goes on
 *   FIN of the other leg ─► likewise ─────────────────────┴─► leg closed ─┐
 *   RST of one leg ─► other leg: pending bytes, then RST ────────────────┴─► both closed: connection closed
 *   a leg that stays silent half-closed ─► ended after {@link Timing#silence}
 * </pre>
 */
final class TunnelEnding {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final WsConnection connection;
    private final EngineEnding byEngine;
    private boolean watched;
    private boolean finished;

    TunnelEnding(RelayContext relay, Tunnel tunnel) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.connection = tunnel.connection();
        this.byEngine = new EngineEnding(relay, tunnel, this);
    }

    LegEnd end(Leg leg) {
        return tunnel.leg(leg).end();
    }

    private static By by(Leg leg) {
        return leg == Leg.CLIENT ? By.CLIENT : By.UPSTREAM;
    }

    /** A whole Close frame has come from the leg's peer. */
    void closeFrame(Leg from, CloseWatch close) {
        if (tunnel.survival().closeIsLoss(from, close.code())) {
            tunnel.survival().lose(from, Manner.CLOSE_FRAME, close.text());
            return;
        }
        closing(new CloseInfo(by(from), Manner.CLOSE_FRAME, close.code(), close.reason(), null));
        watchForSilence();
        if (tunnel.leg(from.other()).away()) {
            tunnel.to(from).inject(EngineFrame.close(from, close.code(), close.reason()));
            sendFin(from);
        } else if (end(from).awaitsAnswer()) {
            sendFin(from);
        }
    }

    /** The connection has begun to end; nothing is waited for or dialled any more. */
    void closing(CloseInfo how) {
        connection.closing(tunnel.faults().explained(how));
        tunnel.survival().stop();
    }

    private boolean survives(Leg leg, Manner manner, String detail) {
        return tunnel.survival().survives(leg, manner, tunnel.faults().explained(leg, manner, detail));
    }

    /** FIN came from the leg's peer. */
    void inputEnded(Leg leg) {
        LegEnd end = end(leg);
        if (end.inputEnded()) {
            return;
        }
        if (end.writeFailed()) {
            reset(leg, LegTrouble.resetWhileSending(leg));
            return;
        }
        if (survives(leg, Manner.FIN, LegTrouble.ended(leg))) {
            return;
        }
        end.markInputEnded();
        note(leg, Manner.FIN, LegTrouble.ended(leg));
        tunnel.from(leg).sourceEnded();
        sendFin(leg.other());
        if (tunnel.leg(leg.other()).lost()) {
            // Nobody is left who could end the other direction.
            sendFin(leg);
        }
        settle(leg);
    }

    /** An exception came up on the leg: its peer sent RST, or takes nothing more. */
    void broken(Leg leg, Throwable cause) {
        if (LegEnd.isWriteFailure(cause)) {
            end(leg).markWriteFailed();
            if (!tunnel.survival().stopsSending(leg)) {
                tunnel.to(leg).drop();
            }
            if (end(leg).inputEnded()) {
                reset(leg, LegTrouble.resetAfterFin(leg));
            } else {
                // What the peer sent before it went, a Close frame perhaps, can still be read.
                tunnel.channel(leg).config().setAutoRead(true);
            }
        } else {
            reset(leg, LegTrouble.of(leg, cause));
        }
    }

    private void reset(Leg leg, String detail) {
        if (!end(leg).resetSent() && survives(leg, Manner.RST, detail)) {
            relay.tally().error();
            return;
        }
        if (end(leg).markReset()) {
            relay.tally().error();
            note(leg, Manner.RST, detail);
        }
        LegSocket.reset(tunnel.channel(leg));
        tunnel.from(leg).sourceEnded();
        LegEnd other = end(leg.other());
        tunnel.to(leg.other()).whenDrained(other::sendReset);
    }

    /** The leg's peer has not answered so many pings in a row. */
    void dead(Leg leg, int missedPongs) {
        String detail = LegTrouble.silent(leg, missedPongs);
        if (survives(leg, Manner.SILENCE, detail)) {
            return;
        }
        end(leg).markReset();
        relay.tally().error();
        note(leg, Manner.SILENCE, detail);
        LegSocket.reset(tunnel.channel(leg));
        byEngine.sayGoodbye(leg.other(), detail);
    }

    /** Tells the world, once for each leg, and remembers who was first. */
    private void note(Leg leg, Manner seen, String detail) {
        CloseWatch close = tunnel.from(leg).close();
        if (!end(leg).markReported()) {
            return;
        }
        boolean orderly = close.seen() && seen == Manner.FIN;
        relay.events()
                .legEnded(connection.id(), leg, orderly ? Manner.CLOSE_FRAME : seen, orderly ? close.text() : detail);
        closing(new CloseInfo(by(leg), seen, CloseInfo.ABNORMAL, detail, null));
        watchForSilence();
    }

    /** Delivers what is pending to the leg's peer, then FIN. */
    void sendFin(Leg leg) {
        LegEnd end = end(leg);
        long late = tunnel.faults().slowCloseNanos();
        Runnable fin = () -> tunnel.to(leg).whenDrained(() -> end.sendFin(() -> settle(leg)));
        if (late == 0) {
            fin.run();
        } else {
            tunnel.loop().schedule(fin, late, TimeUnit.NANOSECONDS);
        }
    }

    /** A leg whose two directions have ended is closed without waiting for the other leg. */
    private void settle(Leg leg) {
        if (end(leg).inputEnded() && end(leg).outputEnded()) {
            tunnel.channel(leg).close();
        }
    }

    /** The leg's socket is closed. */
    void gone(Leg leg) {
        LegEnd end = end(leg);
        end.markGone();
        if (!end.inputEnded() && connection.close() == null
                && survives(leg, Manner.FIN, "its socket was closed")) {
            return;
        }
        if (!end.inputEnded()) {
            end.markInputEnded();
            noteUnasked(leg);
            tunnel.from(leg).sourceEnded();
            sendFin(leg.other());
        }
        finishIfOver();
    }

    /** Both sockets are gone, one of them perhaps for a while already. */
    void finishIfOver() {
        if (end(Leg.CLIENT).gone() && end(Leg.UPSTREAM).gone() && !finished) {
            finished = true;
            finish();
        }
    }

    /** The socket closed though its peer had not ended it. */
    private void noteUnasked(Leg leg) {
        CloseInfo first = connection.close();
        if (end(leg).resetSent()) {
            note(leg, Manner.RST, "reset by the engine");
        } else {
            note(leg, Manner.FIN, first == null ? LegTrouble.ended(leg) : "closed by the engine");
        }
    }

    private void finish() {
        byEngine.finished();
        tunnel.release();
        relay.admission().leaveConnection();
        connection.closed();
        CloseInfo close = connection.close();
        if (close != null) {
            relay.events().connectionClosed(connection.id(), close);
        }
        relay.registry().ended(connection);
    }

    private void watchForSilence() {
        if (!watched) {
            watched = true;
            byEngine.endWhenSilent();
        }
    }

    /** What the engine does on its own account. */
    EngineEnding byEngine() {
        return byEngine;
    }

    boolean finished() {
        return finished;
    }
}
