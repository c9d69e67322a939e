package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine knows of one proxied WebSocket. Its event loop writes, any thread may read. */
final class WsConnection {
    private final int number;
    private final String id;
    private final RequestTarget target;
    private final RouteTable.Match route;
    private final String clientAddress;
    private final Instant openedAt;
    private final TrafficCounter toUpstream = new TrafficCounter();
    private final TrafficCounter toClient = new TrafficCounter();
    private volatile Connection.State state = Connection.State.CONNECTING;
    private volatile String upstreamAddress = "";
    private volatile Handshake handshake;
    private volatile @Nullable String subprotocol;
    private volatile @Nullable CloseInfo close;
    private volatile @Nullable Instant closedAt;
    private volatile @Nullable Tunnel tunnel;
    private volatile @Nullable Connection lastView;

    WsConnection(int number, RequestTarget target, RouteTable.Match route, String clientAddress, Instant openedAt,
            Handshake handshake) {
        this.number = number;
        this.id = IdScramble.id(number);
        this.target = target;
        this.route = route;
        this.clientAddress = clientAddress;
        this.openedAt = openedAt;
        this.handshake = handshake;
    }

    int number() {
        return number;
    }

    String id() {
        return id;
    }

    String path() {
        return target.path();
    }

    String clientAddress() {
        return clientAddress;
    }

    String rule() {
        return route.route().rule();
    }

    TrafficCounter traffic(Direction direction) {
        return switch (direction) {
            case TO_UPSTREAM -> toUpstream;
            case TO_CLIENT -> toClient;
        };
    }

    void upstreamAddress(String address) {
        upstreamAddress = address;
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

    private void changed() {
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
        Connection now = build();
        lastView = now;
        // A change between building and storing must not be hidden by what was stored.
        if (now.state() != state || now.handshake() != handshake || now.close() != close) {
            lastView = null;
        }
        return now;
    }

    private Connection build() {
        SandboxHost named = route.named();
        return new Connection(id, state, target.path(), target.query(), target.authority(), subprotocol, rule(),
                route.upstream().uri(), named == null ? null : named.sandbox(), named == null ? null : named.port(),
                openedAt, closedAt, Connection.LegStatus.at(clientAddress), Connection.LegStatus.at(upstreamAddress),
                toUpstream.read(), toClient.read(), Connection.Survival.UNTRIED, List.of(), close, handshake);
    }
}
