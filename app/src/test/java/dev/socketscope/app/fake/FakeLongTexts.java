package dev.socketscope.app.fake;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.HmrStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A connection and a build error about which everything is as long as peers can make it. */
public final class FakeLongTexts {
    /** Its id. */
    public static final String ID = "ws_long";
    private static final int PATH = 4_000;
    private static final int ROUTE = 300;

    private FakeLongTexts() {}

    /** An engine with nothing short. */
    public static FakeEngine engine() {
        FakeEngine engine = FakeEngine.empty();
        engine.put(connection());
        engine.put(FakeTraffic.closed(renamed(connection(), "ws_over"), new CloseInfo(CloseInfo.By.UPSTREAM,
                CloseInfo.Manner.CLOSE_FRAME, 4_000, stretched("a reason ", 120), null)));
        engine.hotReload().put(hmr());
        engine.levels(FakeLevels.MIXED);
        for (int i = 0; i < 40; i++) {
            engine.move();
        }
        return engine;
    }

    private static Connection connection() {
        Connection c = FakeTraffic.connection(ID, stretched("/a/long/path", PATH), stretched("subprotocol", 200), 60,
                State.OPEN);
        List<Header> answer = new ArrayList<>(c.handshake().responseHeaders());
        answer.add(new Header("X-Long", stretched("value ", PATH)));
        answer.add(new Header("CF-Ray", stretched("8f2a1c0d", 80)));
        answer.add(new Header("Via", "1.1 " + stretched("proxy", 100) + ", 1.1 Caddy, 1.1 varnish, 1.1 office"));
        Handshake handshake = c.handshake();
        return new Connection(c.id(), c.state(), c.path(), c.query(), c.host(), c.subprotocol(),
                stretched("route", ROUTE),
                "http://" + stretched("upstream.", 240) + "example:5173", stretched("sandbox", 63), c.port(),
                c.openedAt(),
                c.closedAt(), new LegStatus("[2001:db8:85a3:8d3:1319:8a2e:370:7348]:50123", 1_234_567, 0), c.upstream(),
                c.toUpstream(), c.toClient(), c.survival(),
                IntStream.range(0, 9).mapToObj(i -> stretched("flt_", 40) + i).toList(), c.close(),
                new Handshake(handshake.steps(), "GET " + c.path() + " HTTP/1.1", handshake.requestHeaders(),
                        handshake.forwardedHeaders(), handshake.status(), handshake.reasonPhrase(), answer, answer,
                        handshake.extensions()));
    }

    private static Connection renamed(Connection c, String id) {
        return new Connection(id, c.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), c.closedAt(), c.client(), c.upstream(),
                c.toUpstream(), c.toClient(), c.survival(), c.faults(), c.close(), c.handshake());
    }

    private static HmrStatus hmr() {
        Instant now = Instant.now();
        String module = stretched("/src/components", PATH);
        return new HmrStatus(ID, "vite",
                List.of(new HmrStatus.Waiting("js-update", module, 12_345, now, now.plus(Duration.ofHours(1)))), true,
                List.of(new HmrStatus.Change(now, "js-update", module, Duration.ofSeconds(12),
                        HmrStatus.Outcome.APPLIED)),
                new HmrStatus.BuildError(now, stretched("Unexpected token ", 2_000), module, 123_456, 789,
                        stretched("frame of the source ", 600), stretched("at a.function (", 3_000)));
    }

    private static String stretched(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }
}
