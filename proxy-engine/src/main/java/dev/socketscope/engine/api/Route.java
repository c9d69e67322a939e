package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * Host and path rule, the upstream behind it, and the policies for what it carries.
 *
 * @param host {@code *} for any, an exact name, or {@code *.suffix}; ports are ignored, case too
 * @param path a prefix that ends at a segment boundary; {@code /} for any
 * @param upstream {@code http://host:port}; may hold {@code {port}} and {@code {sandbox}}, taken from a host such as
 *        {@code 3000-abc123.example.org}
 * @param requestTimeout from a plain HTTP request's end to the answer's head; never applied to a WebSocket
 * @param tunnel how its WebSockets are kept alive and carried over losses
 * @param headers what reaches the upstream
 * @param tls how an {@code https} upstream proves who it is
 */
public record Route(String host, String path, String upstream, Duration requestTimeout, Compression compression,
        TunnelPolicy tunnel, HeaderPolicy headers, UpstreamTls tls) {
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(60);

    /** What the engine does to {@code permessage-deflate} (RFC 7692) in offers and answers. */
    public enum Compression {
        /** Adds {@code no_context_takeover} both ways, so that every message stands alone. */
        INDEPENDENT,
        /** Changes nothing. */
        TRANSPARENT,
        /** Removes the extension. */
        OFF
    }

    /** A route for every host and path with the default policies. */
    public static Route toEverything(String upstream) {
        return of("*", "/", upstream);
    }

    /** A route with the default policies. */
    public static Route of(String host, String path, String upstream) {
        return new Route(host, path, upstream, DEFAULT_REQUEST_TIMEOUT, Compression.INDEPENDENT, TunnelPolicy.DEFAULT,
                HeaderPolicy.EVERYTHING, UpstreamTls.VERIFIED);
    }

    public Route with(TunnelPolicy other) {
        return new Route(host, path, upstream, requestTimeout, compression, other, headers, tls);
    }

    public Route with(Compression other) {
        return new Route(host, path, upstream, requestTimeout, other, tunnel, headers, tls);
    }

    public Route with(HeaderPolicy other) {
        return new Route(host, path, upstream, requestTimeout, compression, tunnel, other, tls);
    }

    public Route with(UpstreamTls other) {
        return new Route(host, path, upstream, requestTimeout, compression, tunnel, headers, other);
    }

    /** With another {@link #requestTimeout}. */
    public Route answeredWithin(Duration other) {
        return new Route(host, path, upstream, other, compression, tunnel, headers, tls);
    }

    /** The rule as text, for example {@code *.sandbox.localhost/_hmr}. */
    public String rule() {
        return host + path;
    }
}
