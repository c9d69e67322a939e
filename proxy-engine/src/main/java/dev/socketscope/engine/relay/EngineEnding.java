package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.fault.Ending;
import dev.socketscope.engine.ws.CloseCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the engine ends a tunnel: because it was told to, because a limit was reached, or because a peer does not finish. */
final class EngineEnding {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final WsConnection connection;
    private final TunnelEnding ending;

    EngineEnding(RelayContext relay, Tunnel tunnel, TunnelEnding ending) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.connection = tunnel.connection();
        this.ending = ending;
    }

    /** Ends legs because somebody asked for it. */
    void command(Command.EndConnection how) {
        if (ending.finished() || cutsOneLeg(how)) {
            return;
        }
        ending.closing(switch (how.mode()) {
            case CLOSE -> new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, how.code(), how.reason(), null);
            case FIN -> new CloseInfo(By.ENGINE, Manner.FIN, CloseInfo.ABNORMAL, how.reason(), null);
            case RST -> new CloseInfo(By.ENGINE, Manner.RST, CloseInfo.ABNORMAL, how.reason(), null);
        });
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
                    ending.end(leg).sendReset();
                }
            }
        }
        ending.finishIfOver();
    }

    /** Without a Close frame one leg is lost, not ended, where losses are survived. */
    private boolean cutsOneLeg(Command.EndConnection how) {
        if (how.legs() == Command.Legs.BOTH || how.mode() == Command.Mode.CLOSE) {
            return false;
        }
        Leg leg = how.legs() == Command.Legs.CLIENT ? Leg.CLIENT : Leg.UPSTREAM;
        Manner manner = how.mode() == Command.Mode.RST ? Manner.RST : Manner.FIN;
        return tunnel.survival().survives(leg, manner, how.reason().isEmpty() ? "cut by the engine" : how.reason());
    }

    /** A fault ends the connection, or one of its legs. */
    void fault(Ending how) {
        if (ending.finished() || connection.close() != null) {
            return;
        }
        Manner manner = switch (how.mode()) {
            case CLOSE -> Manner.CLOSE_FRAME;
            case FIN -> Manner.FIN;
            case RST -> Manner.RST;
        };
        Command.EndConnection command = new Command.EndConnection(connection.id(), how.legs(), how.mode(), how.code(),
                "fault " + how.fault() + ": " + how.reason());
        if (cutsOneLeg(command)) {
            return;
        }
        int code = how.mode() == Command.Mode.CLOSE ? how.code() : CloseInfo.ABNORMAL;
        ending.closing(new CloseInfo(By.FAULT, manner, code, how.reason(), how.fault()));
        command(new Command.EndConnection(connection.id(), how.legs(), how.mode(), how.code(), how.reason()));
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
        long limit = relay.config().limits().maxFrame();
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
        tunnel.channel(Leg.CLIENT).eventLoop().schedule(() -> {
            if (!ending.finished()) {
                task.run();
            }
        }, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
