package dev.socketscope.engine.relay;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.Objects;

/** Upstreams that go without a Close frame, and how they are dialled again. */
final class UpstreamLosses {
    static final Reconnect SOON = new Reconnect(Duration.ofMillis(30), Duration.ofMillis(60), 2, 0, 10);
    static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT.with(SOON);
    /** Nobody is dialled within a test's time, unless it is asked for. */
    static final TunnelPolicy SLOW = POLICY
            .with(new Reconnect(Duration.ofSeconds(20), Duration.ofSeconds(30), 2, 0.3, 10));

    private UpstreamLosses() {}

    /** All attempts follow at once. */
    static TunnelPolicy attempts(int most) {
        return POLICY.with(new Reconnect(Duration.ofMillis(5), Duration.ofMillis(9), 1, 0, most));
    }

    /** The upstream goes, and the engine has noticed. */
    static Connection.Away lose(RawTunnel t) {
        t.upstream.reset();
        await().until(() -> t.connection().state() == Connection.State.UPSTREAM_AWAY);
        return Objects.requireNonNull(t.connection().survival().away());
    }
}
