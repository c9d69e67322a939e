package dev.socketscope.engine.client;

import dev.socketscope.engine.api.KeepAlive;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a connection is dead although TCP does not say so: no byte for {@code pingInterval} and no answer to
 * {@code maxMissedPongs} pings, {@code pongTimeout} each; or no confirmation of what was sent for as long. On the client's thread.
 */
final class Liveness {
    private static final String PING = "alive";
    private final KeepAlive keepAlive;
    private final Link link;
    private final Outbox outbox;
    private final SerialThread thread;
    private final Runnable lost;
    private SerialThread.@Nullable Plan next;
    private OptionalLong awaited = OptionalLong.empty();
    private long awaitedSince;
    private int unanswered;

    Liveness(KeepAlive keepAlive, Link link, Outbox outbox, SerialThread thread, Runnable lost) {
        this.keepAlive = keepAlive;
        this.link = link;
        this.outbox = outbox;
        this.thread = thread;
        this.lost = lost;
    }

    void start() {
        if (keepAlive.legs() != KeepAlive.Legs.NONE) {
            plan(keepAlive.pongTimeout());
        }
    }

    void stop() {
        if (next != null) {
            next.cancel();
        }
    }

    private void check() {
        long silent = link.silentNanos();
        long quiet = keepAlive.pingInterval().toNanos() - silent;
        if (quiet > 0) {
            unanswered = 0;
        }
        if (unanswered >= keepAlive.maxMissedPongs() || confirmationOverdue(silent == 0)) {
            lost.run();
        } else if (quiet > 0) {
            Duration toPing = Duration.ofNanos(quiet);
            plan(toPing.compareTo(keepAlive.pongTimeout()) < 0 ? toPing : keepAlive.pongTimeout());
        } else {
            unanswered++;
            link.ping(PING);
            plan(keepAlive.pongTimeout());
        }
    }

    /** @param notReading whether this side does not read at the moment, so that nothing can be said about the peer */
    private boolean confirmationOverdue(boolean notReading) {
        OptionalLong now = outbox.awaited();
        if (now.isEmpty() || !now.equals(awaited) || notReading) {
            awaited = now;
            awaitedSince = System.nanoTime();
            return false;
        }
        return System.nanoTime()
                - awaitedSince >= keepAlive.pongTimeout().multipliedBy(keepAlive.maxMissedPongs()).toNanos();
    }

    private void plan(Duration pause) {
        next = thread.after(pause, this::check);
    }
}
