package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.fault.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How the engine ends a tunnel: because it was told to, because a limit was reached, or because a peer does not finish. */
final class EngineEnding {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final WsConnection connection;
    private final TunnelEnding ending;
    private final List<Future<?>> timers = new ArrayList<>(0);

    EngineEnding(RelayContext relay, Tunnel tunnel, TunnelEnding ending) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.connection = tunnel.connection();
        this.ending = ending;
    }

    /** Ends legs because somebody asked for it. */
    void command(Command.EndConnection how) {
        String reason = how.reason();
        if (!ending.finished() && !cutsOneLeg(how, reason.isEmpty() ? "cut by the engine" : reason)) {
            end(how, new CloseInfo(By.ENGINE, manner(how.mode()), code(how), reason.isEmpty() ? asked(how) : reason,
                    null));
        }
    }

    /** What an end without a Close frame, which could say why, is accounted for when no reason was given with the command. */
    private static String asked(Command.EndConnection how) {
        return switch (how.mode()) {
            case CLOSE -> "";
            case FIN -> "TCP ended without a Close frame, by command";
            case RST -> "reset (TCP RST) by command";
        };
    }

    /** A fault ends the connection, or one of its legs. */
    void fault(Ending fault) {
        if (ending.finished() || connection.close() != null) {
            return;
        }
        Command.EndConnection how = new Command.EndConnection(connection.id(), fault.legs(), fault.mode(), fault.code(),
                fault.reason());
        if (!cutsOneLeg(how, "fault " + fault.fault() + ": " + fault.reason())) {
            end(how, new CloseInfo(By.FAULT, manner(how.mode()), code(how), how.reason(), fault.fault()));
        }
    }

    private static Manner manner(Command.Mode mode) {
        return switch (mode) {
            case CLOSE -> Manner.CLOSE_FRAME;
            case FIN -> Manner.FIN;
            case RST -> Manner.RST;
        };
    }

    private static int code(Command.EndConnection how) {
        return how.mode() == Command.Mode.CLOSE ? how.code() : CloseInfo.ABNORMAL;
    }

    /** Without a Close frame one leg is lost, not ended, where losses are survived. */
    private boolean cutsOneLeg(Command.EndConnection how, String why) {
        if (how.legs() == Command.Legs.BOTH || how.mode() == Command.Mode.CLOSE) {
            return false;
        }
        Leg leg = how.legs() == Command.Legs.CLIENT ? Leg.CLIENT : Leg.UPSTREAM;
        return tunnel.survival().survives(leg, manner(how.mode()), why);
    }

    private void end(Command.EndConnection how, CloseInfo account) {
        ending.closing(account);
        switch (how.mode()) {
            case CLOSE -> {
                for (Leg leg : Leg.values()) {
                    if (how.legs().includes(leg)) {
                        sendClose(leg, how.code(), how.reason());
                    }
                }
                giveUpLater();
            }
            case FIN -> sendFins();
            case RST -> {
                for (Leg leg : Leg.values()) {
                    tunnel.to(leg).flush();
                    ending.end(leg).sendReset();
                }
            }
        }
        ending.finishIfOver();
    }

    /** No peer has sent anything for longer than allowed. */
    void idle(Duration limit) {
        String detail = "idle for " + limit.toSeconds() + " s";
        relay.events().limitReached(connection.id(), "idleTimeout", detail);
        ending.closing(new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, CloseCode.GOING_AWAY, detail, null));
        for (Leg leg : Leg.values()) {
            sendClose(leg, CloseCode.GOING_AWAY, detail);
        }
        giveUpLater();
    }

    /** A lost leg is waited for no longer. */
    void legNotBack(Leg leg, int code, String why) {
        ending.closing(new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, code, why, null));
        if (!tunnel.leg(leg.other()).lost()) {
            sendClose(leg.other(), code, why);
            giveUpLater();
        }
        ending.finishIfOver();
    }

    /** The other peer is gone without a word. */
    void sayGoodbye(Leg to, String why) {
        sendClose(to, to == Leg.CLIENT ? CloseCode.INTERNAL_ERROR : CloseCode.GOING_AWAY, why);
        giveUpLater();
    }

    /** A frame longer than allowed came; everything before it was passed on. */
    void frameTooLong(Leg sender, long length) {
        long limit = tunnel.maxFrame();
        String detail = "a frame of " + length + " bytes; " + limit + " are allowed";
        relay.tally().error();
        relay.events().limitReached(connection.id(), "limits.maxFrame", detail);
        ending.closing(new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, CloseCode.TOO_BIG, detail, null));
        sendClose(sender, CloseCode.TOO_BIG, detail);
        giveUpLater();
    }

    /** A peer that has been sent a Close frame already, by the other one, must not get a second one (RFC 6455 §5.5.1). */
    private void sendClose(Leg to, int code, String reason) {
        if (tunnel.to(to).close().seen()) {
            ending.sendFin(to);
        } else {
            ending.end(to).awaitAnswer();
            tunnel.to(to).inject(EngineFrame.close(to, code, reason));
        }
    }

    /** A peer has a moment to answer a Close frame, then it gets FIN, then the socket is closed. */
    private void giveUpLater() {
        later(relay.timing().closeAnswer(), this::sendFins);
    }

    private void sendFins() {
        for (Leg leg : Leg.values()) {
            tunnel.to(leg).drop();
            ending.sendFin(leg);
        }
        later(relay.timing().fin(), this::closeBoth);
    }

    private void closeBoth() {
        for (Leg leg : Leg.values()) {
            tunnel.channel(leg).close();
        }
    }

    /** One peer has begun to close; the whole thing must come to an end some day. */
    void endWhenSilent() {
        later(relay.timing().silence(), this::endIfSilent);
    }

    private void endIfSilent() {
        Duration limit = relay.timing().silence();
        Duration left = limit.minusNanos(System.nanoTime() - tunnel.lastReadNanos());
        if (left.isPositive()) {
            later(left, this::endIfSilent);
            return;
        }
        for (Leg leg : Leg.values()) {
            if (!ending.end(leg).inputEnded() && ending.end(leg).markReported()) {
                relay.events()
                        .legEnded(connection.id(), leg, Manner.FIN,
                                "ended by the engine: silent for " + limit.toSeconds()
                                        + " s after the connection began to close");
            }
        }
        closeBoth();
    }

    private void later(Duration delay, Runnable task) {
        if (ending.finished()) {
            return;
        }
        timers.removeIf(Future::isDone);
        timers.add(tunnel.loop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Both legs have ended: nothing is waited for any more. */
    void finished() {
        timers.forEach(timer -> timer.cancel(false));
    }
}
