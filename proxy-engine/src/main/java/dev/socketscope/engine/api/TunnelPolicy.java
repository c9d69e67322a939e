package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * How a route's WebSockets are kept alive and carried over losses.
 *
 * @param idleTimeout a connection without a frame of its peers for so long is ended with 1001
 */
public record TunnelPolicy(Duration idleTimeout, KeepAlive keepAlive, Hold hold, Reconnect reconnect,
        BufferBounds buffer,
        HmrMode hmr) {
    public static final TunnelPolicy DEFAULT = new TunnelPolicy(Duration.ofSeconds(3600), KeepAlive.DEFAULT,
            Hold.DEFAULT,
            Reconnect.DEFAULT, BufferBounds.DEFAULT, HmrMode.AUTO);
    /** Bytes are passed on and watched; nothing is added, held or dialled again. */
    public static final TunnelPolicy PASSIVE = new TunnelPolicy(DEFAULT.idleTimeout, KeepAlive.OFF, Hold.NOTHING,
            Reconnect.DEFAULT, BufferBounds.DEFAULT, HmrMode.OFF);

    public TunnelPolicy with(KeepAlive other) {
        return new TunnelPolicy(idleTimeout, other, hold, reconnect, buffer, hmr);
    }

    public TunnelPolicy with(Hold other) {
        return new TunnelPolicy(idleTimeout, keepAlive, other, reconnect, buffer, hmr);
    }

    public TunnelPolicy with(Reconnect other) {
        return new TunnelPolicy(idleTimeout, keepAlive, hold, other, buffer, hmr);
    }

    public TunnelPolicy with(BufferBounds other) {
        return new TunnelPolicy(idleTimeout, keepAlive, hold, reconnect, other, hmr);
    }

    public TunnelPolicy with(HmrMode other) {
        return new TunnelPolicy(idleTimeout, keepAlive, hold, reconnect, buffer, other);
    }

    public TunnelPolicy idleAfter(Duration other) {
        return new TunnelPolicy(other, keepAlive, hold, reconnect, buffer, hmr);
    }
}
