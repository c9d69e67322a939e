package dev.socketscope.engine.api;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything an engine needs to start.
 *
 * @param listen where browsers connect; port 0 picks a free one
 * @param tls whether and how they connect by TLS
 * @param routes first match wins after sorting by the longest path; at least one
 * @param transport what carries the bytes
 */
public record EngineConfig(InetSocketAddress listen, ListenerTls tls, Capture capture, Limits limits,
        List<Route> routes, Transport transport) {
    public EngineConfig {
        routes = List.copyOf(routes);
    }

    /** Where browsers connect by plain HTTP. */
    public EngineConfig(InetSocketAddress listen, Capture capture, Limits limits, List<Route> routes) {
        this(listen, ListenerTls.OFF, capture, limits, routes);
    }

    /** With the transport that is taken where nobody says. */
    public EngineConfig(InetSocketAddress listen, ListenerTls tls, Capture capture, Limits limits, List<Route> routes) {
        this(listen, tls, capture, limits, routes, Transport.AUTO);
    }

    /** With other routes. */
    public EngineConfig with(List<Route> other) {
        return new EngineConfig(listen, tls, capture, limits, other, transport);
    }

    /** Carried by another transport. */
    public EngineConfig over(Transport other) {
        return new EngineConfig(listen, tls, capture, limits, routes, other);
    }

    /** What carries the bytes between sockets and the engine. */
    public enum Transport {
        /** The first that works here of {@link #IO_URING}, {@link #EPOLL} and {@link #NIO}. */
        AUTO("auto"),
        /** Linux only. */
        EPOLL("epoll"),
        /** Linux only, by itself from 6.0, and not where a container or the system forbids it. Takes less CPU than epoll. */
        IO_URING("io_uring"),
        /** Java's own, everywhere. */
        NIO("nio");

        private final String text;

        Transport(String text) {
            this.text = text;
        }

        /** The one that is written so. */
        public static Optional<Transport> named(String text) {
            return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
        }

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @param maxBytes all captured frames together
     * @param maxPayload payload bytes kept of one frame
     */
    public record Capture(long maxBytes, int maxPayload) {
        public static final Capture DEFAULT = new Capture(256L << 20, 64 << 10);
    }

    /**
     * @param maxConnections WebSockets at the same time; more get 503
     * @param maxPending requests waiting for an upstream's answer; more get 503
     * @param maxFrame payload bytes of one frame; a longer one ends the connection with 1009
     * @param handshakeTimeout from the request to the upstream's 101; later gets 504
     */
    public record Limits(int maxConnections, int maxPending, long maxFrame, Duration handshakeTimeout) {
        /** Sockets of clients beside those of WebSockets, at the least: a page needs some for its files. */
        private static final int OTHERS = 1_000;
        public static final Limits DEFAULT = new Limits(10_000, 1_000, 100L << 20, Duration.ofSeconds(10));

        /** Sockets of clients at the same time, whatever they are used for; more are closed. */
        public int sockets() {
            return maxConnections + Math.max(maxPending, OTHERS);
        }
    }
}
