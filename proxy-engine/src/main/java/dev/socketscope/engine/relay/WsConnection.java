package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.metrics.RttHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine knows of one proxied WebSocket. Its event loop writes, any thread may read. */
final class WsConnection {
    private final int number;
    private final String id;
    private final RequestTarget target;
    private final RouteTable.Match route;
    private final Instant openedAt;
    private final TrafficCounter toUpstream = new TrafficCounter();
    private final TrafficCounter toClient = new TrafficCounter();
    private volatile Connection.State state = Connection.State.CONNECTING;
    private volatile Connection.LegStatus client;
    private volatile Connection.LegStatus upstream = Connection.LegStatus.NONE;
    private volatile List<String> faults = List.of();
    private volatile Connection.Survival survival = Connection.Survival.UNTRIED;
    /** Grows with every change but those of traffic; one event loop writes. */
    private volatile int version;
    private volatile Handshake handshake;
    private volatile @Nullable String subprotocol;
    private volatile @Nullable CloseInfo close;
    private volatile @Nullable Instant closedAt;
    private volatile @Nullable Tunnel tunnel;
    private volatile @Nullable RttHistory clientRtt;
    private volatile @Nullable RttHistory upstreamRtt;
    private volatile @Nullable Connection lastView;

    WsConnection(int number, RequestTarget target, RouteTable.Match route, String clientAddress, Instant openedAt,
            Handshake handshake) {
        this.number = number;
        this.id = IdScramble.id(number);
        this.target = target;
        this.route = route;
        this.client = Connection.LegStatus.at(clientAddress);
        this.openedAt = openedAt;
        this.handshake = handshake;
    }

    int number() {
        return number;
    }

    String id() {
        return id;
    }

    Connection.State state() {
        return state;
    }

    String path() {
        return target.path();
    }

    String clientAddress() {
        return client.address();
    }

    String rule() {
        return route.route().rule();
    }

    @Nullable
    String sandbox() {
        SandboxHost named = route.named();
        return named == null ? null : named.sandbox();
    }

    RequestTarget target() {
        return target;
    }

    Route route() {
        return route.route();
    }

    UpstreamAddress upstream() {
        return route.upstream();
    }

    TunnelPolicy policy() {
        return route.route().tunnel();
    }

    @Nullable
    String subprotocol() {
        return subprotocol;
    }

    TrafficCounter traffic(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> toUpstream;
            case TO_CLIENT -> toClient;
        };
    }

    /** @param hostAndPort of the peer that is there now */
    void address(Leg leg, String hostAndPort) {
        Connection.LegStatus before = legStatus(leg);
        legStatus(leg, new Connection.LegStatus(hostAndPort, before.rttMicros(), before.missedPongs()));
    }

    /** A pong answered a ping of the engine that was sent at {@code atMicros}, microseconds since the epoch. */
    void roundTrip(Leg leg, long atMicros, long micros) {
        history(leg).add(atMicros, micros);
        legStatus(leg, new Connection.LegStatus(legStatus(leg).address(), micros, 0));
    }

    /** @param inRow missed up to now */
    void pongMissed(Leg leg, long atMicros, int inRow) {
        history(leg).add(atMicros, RttPage.Sample.NO_PONG);
        legStatus(leg, new Connection.LegStatus(legStatus(leg).address(), legStatus(leg).rttMicros(), inRow));
    }

    /** Another socket, which has missed nothing. */
    void pongsForgotten(Leg leg) {
        legStatus(leg, new Connection.LegStatus(legStatus(leg).address(), legStatus(leg).rttMicros(), 0));
    }

    /** Made with the first sample: most connections of a large engine are short. */
    private RttHistory history(Leg leg) {
        RttHistory history = leg == Leg.CLIENT ? clientRtt : upstreamRtt;
        if (history == null) {
            history = new RttHistory();
            if (leg == Leg.CLIENT) {
                clientRtt = history;
            } else {
                upstreamRtt = history;
            }
        }
        return history;
    }

    RttPage roundTrips(Leg leg, long after) {
        RttHistory history = leg == Leg.CLIENT ? clientRtt : upstreamRtt;
        return history == null ? RttPage.NOTHING : history.read(after);
    }

    private Connection.LegStatus legStatus(Leg leg) {
        return leg == Leg.CLIENT ? client : upstream;
    }

    /** Ids of the faults that apply now. */
    void faults(List<String> ids) {
        faults = ids;
        changed();
    }

    /** The hot-reload dialect; {@code off} when it is none. */
    String dialect() {
        return survival.hmr();
    }

    private void legStatus(Leg leg, Connection.LegStatus now) {
        if (leg == Leg.CLIENT) {
            client = now;
        } else {
            upstream = now;
        }
        changed();
    }

    /** @param now the state, if the connection has not begun to end */
    void survival(Connection.State now, Connection.Survival what) {
        survival = what;
        if (state != Connection.State.CLOSING && state != Connection.State.CLOSED) {
            state = now;
        }
        changed();
    }

    void handshake(Handshake now) {
        handshake = now;
        changed();
    }

    void opened(@Nullable String agreedSubprotocol, Tunnel through) {
        subprotocol = agreedSubprotocol;
        tunnel = through;
        state = Connection.State.OPEN;
        changed();
    }

    /** Notes who ended it; only the first call counts. */
    void closing(CloseInfo how) {
        if (close == null) {
            close = how;
            state = Connection.State.CLOSING;
            changed();
        }
    }

    /** Both legs have ended; {@link #closing} came before. */
    void closed() {
        closedAt = Instant.now();
        state = Connection.State.CLOSED;
        tunnel = null;
        changed();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void changed() {
        version++;
        lastView = null;
    }

    @Nullable
    CloseInfo close() {
        return close;
    }

    /** The relay between the legs; null before the 101 and after the end. */
    @Nullable
    Tunnel tunnel() {
        return tunnel;
    }

    /** The connection as it is now; the same object as long as nothing has happened. */
    Connection view() {
        Connection last = lastView;
        if (last != null && toUpstream.reads(last.toUpstream()) && toClient.reads(last.toClient())) {
            return last;
        }
        int before = version;
        Connection now = build();
        lastView = now;
        // A change between building and storing must not be hidden by what was stored.
        if (version != before) {
            lastView = null;
        }
        return now;
    }

    private Connection build() {
        SandboxHost named = route.named();
        return new Connection(id, state, target.path(), target.query(), target.authority(), subprotocol, rule(),
                route.upstream().uri(), named == null ? null : named.sandbox(), named == null ? null : named.port(),
                openedAt, closedAt, client, upstream, toUpstream.read(), toClient.read(), survival, faults, close,
                handshake);
    }
}
