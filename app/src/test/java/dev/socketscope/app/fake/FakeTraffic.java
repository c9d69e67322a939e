package dev.socketscope.app.fake;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Seeded connections and what they send. */
public final class FakeTraffic {
    private final Random random;

    FakeTraffic(long seed) {
        random = new Random(seed);
    }

    /** A connection in every state, oldest first. */
    List<Connection> cast() {
        List<Connection> cast = new ArrayList<>();
        cast.add(closed(connection("ws_2710", "/_hmr", "vite-hmr", 2_049, State.OPEN),
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 1000, "done", null)));
        cast.add(closed(connection("ws_2871", "/ws/telemetry", "json", 844, State.OPEN),
                new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006, "", null)));
        Instant now = Instant.now();
        cast.add(faulty(connection("ws_7f3a", "/_hmr", "vite-hmr", 761, State.OPEN), "flt_latency"));
        cast.add(faulty(carried(connection("ws_80c1", "/ws/telemetry", "json", 482, State.UPSTREAM_AWAY),
                new Survival(14, 0, 0, 0, new Away(Leg.UPSTREAM, now.minusSeconds(13), "TCP reset", 3, 10,
                        now.plusSeconds(24)), "off")),
                "flt_cut"));
        cast.add(carried(connection("ws_7e02", "/_hmr", "vite-hmr", 1_870, State.CLIENT_AWAY),
                new Survival(0, 7, 0, 2, new Away(Leg.CLIENT, now.minusSeconds(42), "End of stream", 0, 0,
                        now.plusSeconds(22)), "vite")));
        cast.add(carried(connection("ws_8120", "/socket.io/", null, 235, State.OPEN),
                new Survival(0, 0, 0, 1, null, "off")));
        cast.add(connection("ws_8171", "/graphql", "graphql-transport-ws", 132, State.OPEN));
        cast.add(connection("ws_8190", "/echo", null, 4, State.CLOSING));
        cast.add(connection("ws_8199", "/ws/telemetry", null, 1, State.CONNECTING));
        return cast;
    }

    /** @param seconds how long ago it was opened */
    public static Connection connection(String id, String path, @Nullable String subprotocol, long seconds,
            State state) {
        boolean busy = state != State.CONNECTING;
        return new Connection(id, state, path, path.equals("/echo") ? null : "token=k3yf0rv1te",
                "3000-abc123.sandbox.localhost:9000", subprotocol, "*/", "http://127.0.0.1:5173", "abc123", 3000,
                Instant.now().minusSeconds(seconds), null,
                leg("127.0.0.1:" + (50_000 + id.hashCode() % 9_999), state == State.CLIENT_AWAY || !busy, 600),
                leg("127.0.0.1:5173", state == State.UPSTREAM_AWAY || !busy, 1_900),
                busy ? new Traffic(1_210, 1_204, 96_320) : Traffic.NONE,
                busy ? new Traffic(8_915, 8_911, 1_245_184) : Traffic.NONE, Connection.Survival.UNTRIED, List.of(),
                null,
                FakeHandshakes.of(path, state));
    }

    private static LegStatus leg(String address, boolean silent, long micros) {
        return silent ? LegStatus.at(address) : new LegStatus(address, micros, 0);
    }

    /** The connection as it is after it has ended just now. */
    public static Connection closed(Connection c, CloseInfo close) {
        return closed(c, close, Instant.now());
    }

    /** The connection as it was when it ended. */
    public static Connection closed(Connection c, CloseInfo close, Instant at) {
        Survival left = new Survival(0, 0, c.survival().dropped(), c.survival().reconnects(), null, c.survival().hmr());
        return new Connection(c.id(), State.CLOSED, c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), at, c.client(), c.upstream(),
                c.toUpstream(), c.toClient(), left, c.faults(), close, c.handshake());
    }

    /** With another account of what carries it over losses. */
    public static Connection carried(Connection c, Survival survival) {
        State state = survival.away() == null ? State.OPEN
                : survival.away().leg() == Leg.UPSTREAM ? State.UPSTREAM_AWAY : State.CLIENT_AWAY;
        return new Connection(c.id(), state, c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), c.closedAt(), c.client(), c.upstream(),
                c.toUpstream(), c.toClient(), survival, c.faults(), c.close(), c.handshake());
    }

    /** As if it had been opened at another time. */
    public static Connection openedAt(Connection c, Instant at) {
        return new Connection(c.id(), c.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), at, c.closedAt(), c.client(), c.upstream(), c.toUpstream(),
                c.toClient(), c.survival(), c.faults(), c.close(), c.handshake());
    }

    /** With faults that apply to it. */
    public static Connection faulty(Connection c, String... faults) {
        return new Connection(c.id(), c.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), c.closedAt(), c.client(), c.upstream(),
                c.toUpstream(), c.toClient(), c.survival(), List.of(faults), c.close(), c.handshake());
    }

    Connection advance(Connection c, FakeCapture capture) {
        Traffic up = c.toUpstream();
        Traffic down = c.toClient();
        if (random.nextInt(4) == 0) {
            up = up.plus(send(c, Direction.TO_UPSTREAM, "{\"type\":\"custom\",\"event\":\"vite:ws-status\"}", capture));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            down = down.plus(send(c, Direction.TO_CLIENT, "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\","
                    + "\"path\":\"/src/App.jsx\",\"timestamp\":" + random.nextInt(100_000) + "}]}", capture));
        }
        return new Connection(c.id(), c.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), c.closedAt(), c.client(), c.upstream(), up, down,
                c.survival(), c.faults(), c.close(), c.handshake());
    }

    private static Traffic send(Connection c, Direction direction, String text, FakeCapture capture) {
        capture.add(c.id(), direction, text);
        return new Traffic(1, 1, text.length() + 4L);
    }
}
