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
 * @param survival what was done to carry it over losses
 * @param faults ids of the faults that apply to it now
 * @param close how it ended; null before
 */
public record Connection(String id, State state, String path, @Nullable String query, String host,
        @Nullable String subprotocol, String route, String upstreamUri, @Nullable String sandbox,
        @Nullable Integer port, Instant openedAt, @Nullable Instant closedAt, LegStatus client, LegStatus upstream,
        Traffic toUpstream, Traffic toClient, Survival survival, List<String> faults, @Nullable CloseInfo close,
        Handshake handshake) {

    /** A connection's life. */
    public enum State {
        CONNECTING, OPEN, UPSTREAM_AWAY, CLIENT_AWAY, CLOSING, CLOSED;

        /** The name in the control API and in filters, for example {@code upstream-away}. */
        public String wireName() {
            return Names.of(this);
        }
    }

    /**
     * @param address {@code host:port} of the peer; empty while the leg was never connected
     * @param rttMicros the newest round trip of a ping; {@link #UNKNOWN} when there is none
     * @param missedPongs missed in a row, up to now
     */
    public record LegStatus(String address, long rttMicros, int missedPongs) {
        public static final long UNKNOWN = -1;
        public static final LegStatus NONE = at("");

        /** A leg of which nothing is known but its peer's address. */
        public static LegStatus at(String address) {
            return new LegStatus(address, UNKNOWN, 0);
        }
    }

    /**
     * What was done to carry the connection over losses.
     *
     * @param bufferedToUpstream messages that wait for the upstream
     * @param bufferedToClient messages that wait for the client
     * @param dropped messages that were lost because a bound was reached or their connection ended
     * @param reconnects how often a leg came back
     * @param away the leg that is missing now; null when both are there
     * @param hmr the hot-reload dialect, as in configuration; {@code off} when it is none
     */
    public record Survival(int bufferedToUpstream, int bufferedToClient, long dropped, int reconnects,
            @Nullable Away away, String hmr) {
        public static final Survival UNTRIED = new Survival(0, 0, 0, 0, null, "off");

        /** Messages that wait to travel that way. */
        public int buffered(Direction direction) {
            return direction == Direction.TO_UPSTREAM ? bufferedToUpstream : bufferedToClient;
        }
    }

    /**
     * A leg that is missing.
     *
     * @param reason how it was lost
     * @param attempt number of the attempt that is under way or comes next, from 1; 0 for a client, who has to come by itself
     * @param maxAttempts after so many the connection ends; 0 for a client
     * @param next when the next attempt begins, or when a client is given up; null while an attempt is under way
     */
    public record Away(Leg leg, Instant since, String reason, int attempt, int maxAttempts, @Nullable Instant next) {}

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
