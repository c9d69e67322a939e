package dev.socketscope.engine.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proxied WebSocket as it is at one moment. Counters are cumulative and kept at the socket.
 *
 * @param id {@code ws_…}, unique within one run of the engine
 * @param path the request's path, undecoded
 * @param query the request's query without the question mark; null when there is none
 * @param host the request's {@code Host}
 * @param subprotocol what the upstream agreed to; null when none
 * @param route the matching rule, for example {@code *.sandbox.localhost/_hmr}
 * @param upstreamUri where the route leads
 * @param sandbox taken from the host name by the route; null when the route names none
 * @param port taken from the host name by the route; null when the route names none
 * @param openedAt when the client's TCP connection asked for the upgrade
 * @param closedAt when both legs had ended; null before
 * @param toUpstream what the client sent
 * @param toClient what the upstream sent
 * @param close how it ended; null before
 */
public record Connection(String id, State state, String path, @Nullable String query, String host,
        @Nullable String subprotocol, String route, String upstreamUri, @Nullable String sandbox,
        @Nullable Integer port, Instant openedAt, @Nullable Instant closedAt, LegStatus client, LegStatus upstream,
        Traffic toUpstream, Traffic toClient, List<String> faults, @Nullable CloseInfo close, Handshake handshake) {

    /** A connection's life. */
    public enum State {
        CONNECTING, OPEN, UPSTREAM_AWAY, CLIENT_AWAY, CLOSING, CLOSED;

        /** The name in the control API and in filters, for example {@code upstream-away}. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param address {@code host:port} of the peer; empty while the leg was never connected */
    public record LegStatus(String address) {
        public static final LegStatus NONE = new LegStatus("");
    }

    /**
     * What went one way.
     *
     * @param frames frames begun
     * @param messages data messages finished (fragments counted once, control frames not counted)
     * @param bytes bytes on the wire including frame headers
     */
    public record Traffic(long frames, long messages, long bytes) {
        public static final Traffic NONE = new Traffic(0, 0, 0);

        public Traffic plus(Traffic other) {
            return new Traffic(frames + other.frames, messages + other.messages, bytes + other.bytes);
        }
    }

    public boolean live() {
        return state != State.CLOSED;
    }

    public Traffic traffic(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }
}
