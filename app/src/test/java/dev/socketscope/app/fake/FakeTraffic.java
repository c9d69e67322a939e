package dev.socketscope.app.fake;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;
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
        cast.add(connection("ws_7f3a", "/_hmr", "vite-hmr", 761, State.OPEN));
        cast.add(connection("ws_80c1", "/ws/telemetry", "json", 482, State.UPSTREAM_AWAY));
        cast.add(connection("ws_7e02", "/_hmr", "vite-hmr", 1_870, State.CLIENT_AWAY));
        cast.add(connection("ws_8120", "/socket.io/", null, 235, State.OPEN));
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
                LegStatus.at("127.0.0.1:" + (50_000 + id.hashCode() % 9_999)),
                LegStatus.at("127.0.0.1:5173"), busy ? new Traffic(1_210, 1_204, 96_320) : Traffic.NONE,
                busy ? new Traffic(8_915, 8_911, 1_245_184) : Traffic.NONE, Connection.Survival.UNTRIED, List.of(),
                null,
                FakeHandshakes.of(path, state));
    }

    /** The connection as it is after it has ended just now. */
    public static Connection closed(Connection c, CloseInfo close) {
        return new Connection(c.id(), State.CLOSED, c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), Instant.now(), c.client(), c.upstream(),
                c.toUpstream(), c.toClient(), c.survival(), c.faults(), close, c.handshake());
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
