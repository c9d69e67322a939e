package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Leg;
import io.netty.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for a lost client, who has to come back by itself, and puts its new socket in the place of the old one. */
final class ClientReturn {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final SurvivalRecord record;
    private @Nullable Future<?> timer;
    private @Nullable Adoption newest;

    ClientReturn(RelayContext relay, Tunnel tunnel, SurvivalRecord record) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.record = record;
    }

    private String id() {
        return tunnel.connection().id();
    }

    /** The client's leg is gone. */
    void lost(Manner manner, String detail) {
        Duration time = tunnel.policy().hold().time();
        Instant now = Instant.now();
        String reason = detail.isEmpty() ? manner.name() : detail;
        record.away(new Connection.Away(Leg.CLIENT, now, reason, 0, 0, now.plus(time)));
        relay.events().clientLost(id(), manner, detail, now.plus(time));
        timer = tunnel.loop()
                .schedule(() -> giveUp("the client did not come back within " + time.toSeconds() + " s"),
                        time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The client is about to come back; should it be on its way on another socket already, that one is of no use any more. */
    void expect(Adoption adoption) {
        newest = adoption;
    }

    /** Whether the tunnel still waits for that one. */
    boolean expects(Adoption adoption) {
        return newest == adoption && tunnel.connection().close() == null;
    }

    /**
     * The client is back: its socket has been registered with the tunnel's event loop, and the 101 has been sent to it.
     *
     * @param wish null for a client that did not ask, and was held because its route says so
     * @param early what it sent behind its request
     */
    void arrived(Channel channel, @Nullable ResumeRequest wish, EarlyBytes early) {
        newest = null;
        Instant since = record.since(Leg.CLIENT);
        stop();
        tunnel.arrive(Leg.CLIENT, channel);
        channel.pipeline().addLast(tunnel.handler(Leg.CLIENT));
        int flushed = welcome(tunnel.to(Leg.CLIENT), wish);
        record.back(Leg.CLIENT);
        Duration away = since == null ? Duration.ZERO : Duration.between(since, Instant.now());
        relay.events().clientBack(id(), away, flushed);
        early.replay(channel.pipeline());
        tunnel.back(Leg.CLIENT);
        if (!channel.isActive()) {
            tunnel.ending().gone(Leg.CLIENT);
        }
    }

    /** Nothing is added to the messages of a client that did not ask, nor to those of one that counts. */
    private int welcome(Flow toClient, @Nullable ResumeRequest wish) {
        if (wish != null && wish.counts()) {
            boolean heard = tunnel.heardOfBy(wish);
            ResumedMessage session = heard ? ResumedMessage.SAME : ResumedMessage.LOST;
            toClient.greet(session.frame(tunnel.from(Leg.CLIENT).messages(), 0));
            return toClient.gate().destinationBack(heard ? wish.received() : 0, Replay.UNCHANGED);
        }
        int queued = HmrCommands.flush(tunnel);
        return queued + toClient.gate()
                .destinationBack(ResumeRequest.UNTOLD, wish == null ? Replay.UNCHANGED : new BufferedReplay());
    }

    /** Ends the connection: nobody waits for the client any more. */
    void giveUp(String why) {
        stop();
        tunnel.ending().byEngine().legNotBack(Leg.CLIENT, CloseCode.GOING_AWAY, why);
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
