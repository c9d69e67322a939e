package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again whether somebody listens again where a dev server was, without asking for anything. A person who has
 * restarted the server and waits for the page must not wait for the next planned attempt as well.
 */
final class UpstreamProbe implements UpstreamConnector.Listener {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final Duration each;
    private final Runnable there;
    private @Nullable Future<?> next;
    private boolean stopped;

    /**
     * @param each between two looks, and before the first
     * @param there runs once, when a connection was accepted
     */
    UpstreamProbe(RelayContext relay, Tunnel tunnel, Duration each, Runnable there) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.each = each;
        this.there = there;
    }

    void start() {
        next = tunnel.loop().schedule(this::look, each.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (tunnel.faults().upstreamDown() != null) {
            start();
            return;
        }
        relay.connector().connect(tunnel.loop(), tunnel.connection().upstream(), each, new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                // Nothing is said over it.
            }
        }, this);
    }

    @Override
    public void connected(Channel upstream) {
        upstream.close();
        if (!stopped) {
            stop();
            there.run();
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (!stopped) {
            start();
        }
    }

    void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }
}
