package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the limits bound, over all event loops. */
final class Admission {
    private volatile EngineConfig.Limits limits;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger tls = new AtomicInteger();

    Admission(EngineConfig.Limits limits) {
        this.limits = limits;
    }

    /** @return false when there are as many WebSockets as allowed; otherwise {@link #leaveConnection} must follow once */
    boolean enterConnection() {
        return enter(connections, limits.maxConnections());
    }

    /** To be called before anybody is told that the connection has ended, so that there is room for whoever comes then. */
    void leaveConnection() {
        connections.decrementAndGet();
    }

    /** @return false when as many requests wait as allowed; otherwise {@link #leavePending} must follow once */
    boolean enterPending() {
        return enter(pending, limits.maxPending());
    }

    void leavePending() {
        pending.decrementAndGet();
    }

    /** @return false when as many clients shake hands by TLS as requests may wait; otherwise {@link #leaveTls} must follow once */
    boolean enterTls() {
        return enter(tls, limits.maxPending());
    }

    void leaveTls() {
        tls.decrementAndGet();
    }

    int tlsUnderWay() {
        return tls.get();
    }

    EngineConfig.Limits limits() {
        return limits;
    }

    /** Other limits for whoever comes from now on; nobody who is in has to leave. */
    void limits(EngineConfig.Limits next) {
        limits = next;
    }

    private static boolean enter(AtomicInteger count, int limit) {
        if (count.incrementAndGet() <= limit) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }
}
