package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pings the peers of a tunnel and watches for idleness, with one timer. Belongs to the tunnel's event loop. */
final class Upkeep {
    /** Edges such as Cloudflare end a connection on which nothing has passed for 100 s; the warning comes a little before. */
    private static final long EDGE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(100);
    private static final long WARN_AFTER_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final int nonce;
    private final boolean warns;
    private final long idleNanos;
    private final @Nullable Pulse client;
    private final @Nullable Pulse upstream;
    private long warnedAt;
    private int echoes;
    private @Nullable Runnable afterEcho;
    private @Nullable Future<?> timer;

    Upkeep(RelayContext relay, Tunnel tunnel, int nonce) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.nonce = nonce;
        KeepAlive keepAlive = tunnel.policy().keepAlive();
        long now = System.nanoTime();
        this.client = keepAlive.legs().includes(Leg.CLIENT) ? new Pulse(keepAlive, now) : null;
        this.upstream = keepAlive.legs().includes(Leg.UPSTREAM) ? new Pulse(keepAlive, now) : null;
        this.idleNanos = tunnel.policy().idleTimeout().toNanos();
        this.warns = keepAlive.legs() != KeepAlive.Legs.BOTH || keepAlive.pingInterval().toNanos() >= EDGE_LIMIT_NANOS;
    }

    /** Whether the engine adds pings of its own. */
    boolean pings() {
        return client != null || upstream != null;
    }

    private @Nullable Pulse pulse(Leg leg) {
        return leg == Leg.CLIENT ? client : upstream;
    }

    void start() {
        schedule(System.nanoTime());
    }

    private void schedule(long now) {
        long next = tunnel.lastPeerNanos() + idleNanos;
        if (warns && warnedAt != tunnel.lastPeerNanos()) {
            next = earlier(next, tunnel.lastPeerNanos() + WARN_AFTER_NANOS);
        }
        if (client != null && !tunnel.leg(Leg.CLIENT).lost()) {
            next = earlier(next, client.dueNanos());
        }
        if (upstream != null && !tunnel.leg(Leg.UPSTREAM).lost()) {
            next = earlier(next, upstream.dueNanos());
        }
        timer = tunnel.loop()
                .schedule(this::tick, Math.max(TimeUnit.MILLISECONDS.toNanos(1), next - now),
                        TimeUnit.NANOSECONDS);
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private void tick() {
        long now = System.nanoTime();
        if (tunnel.connection().close() != null) {
            return;
        }
        for (Leg leg : Leg.values()) {
            Pulse pulse = pulse(leg);
            if (pulse != null && !tunnel.leg(leg).lost()) {
                beat(leg, pulse, now);
            }
        }
        watchIdleness(now);
        if (tunnel.connection().close() == null) {
            schedule(now);
        }
    }

    private void beat(Leg leg, Pulse pulse, long now) {
        Pulse.Due due = pulse.due(now);
        if (due == Pulse.Due.MISSED && !tunnel.channel(leg).config().isAutoRead()) {
            // Its pong may be there, behind what the other peer does not take or a fault keeps back.
            pulse.restart(now);
            return;
        }
        if (due == Pulse.Due.MISSED) {
            relay.tally().missedPong();
            relay.events().pongMissed(tunnel.connection().id(), leg, pulse.missed(), pulse.allowed());
            tunnel.connection().pongMissed(leg, relay.clock().micros(pulse.sentNanos()), pulse.missed());
            if (pulse.dead()) {
                tunnel.ending().dead(leg, pulse.missed());
                return;
            }
        }
        if (due != Pulse.Due.NOTHING) {
            relay.tally().ping();
            byte[] payload = pulse.ping(nonce, now);
            tunnel.to(leg)
                    .inject(new EngineFrame(leg, Opcode.PING, payload,
                            () -> pulse.sent(payload, System.nanoTime())));
        }
    }

    /**
     * Runs a task once everything has been read that the peer has sent until now: it answers a ping behind that (RFC 6455 §5.5.3). A later
     * task takes the place of one that still waits.
     */
    void afterEcho(Leg leg, Runnable task) {
        echoes--;
        afterEcho = task;
        relay.tally().ping();
        tunnel.to(leg).inject(new EngineFrame(leg, Opcode.PING, Pulse.payload(nonce, echoes)));
    }

    private void echoed(byte[] pong) {
        Runnable task = afterEcho;
        if (task != null && Pulse.sequence(pong) == echoes) {
            afterEcho = null;
            task.run();
        }
    }

    /** A pong has come: true when it answers a ping of ours, and is not to be passed on. */
    boolean answered(Leg from, WireFrame pong) {
        if (pong.payloadLength() != OwnPongs.LENGTH || !OwnPongs.carries(nonce, pong.payload())) {
            return false;
        }
        echoed(pong.payload());
        Pulse pulse = pulse(from);
        if (pulse != null) {
            measure(from, pulse, pong.payload());
        }
        return true;
    }

    private void measure(Leg from, Pulse pulse, byte[] pong) {
        long nanos = pulse.pong(pong, tunnel.lastReadNanos());
        if (nanos >= 0) {
            long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
            relay.loop(tunnel.loop()).metrics().rtt(from, micros);
            tunnel.connection().roundTrip(from, relay.clock().micros(pulse.sentNanos()), micros);
        }
    }

    /** Nothing is owed by a socket that is gone. */
    void legLost(Leg leg) {
        Pulse pulse = pulse(leg);
        if (pulse != null) {
            pulse.restart(System.nanoTime());
        }
        tunnel.connection().pongsForgotten(leg);
    }

    /** A new socket is pinged after the interval. */
    void legBack(Leg leg) {
        legLost(leg);
        if (timer != null) {
            timer.cancel(false);
        }
        schedule(System.nanoTime());
    }

    private void watchIdleness(long now) {
        long idle = now - tunnel.lastPeerNanos();
        boolean complete = !tunnel.leg(Leg.CLIENT).lost() && !tunnel.leg(Leg.UPSTREAM).lost();
        if (idle >= idleNanos && complete) {
            tunnel.ending().byEngine().idle(tunnel.policy().idleTimeout());
        } else if (warns && idle >= WARN_AFTER_NANOS && warnedAt != tunnel.lastPeerNanos()) {
            warnedAt = tunnel.lastPeerNanos();
            relay.events()
                    .idleWarning(tunnel.connection().id(), Duration.ofNanos(idle),
                            "an edge such as Cloudflare ends connections that are idle for 100 s");
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
