package dev.socketscope.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Secrets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionJsonTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456789Z");

    private static Connection connection(String query, List<Header> headers) {
        Handshake handshake = new Handshake(
                List.of(new Handshake.Step(Station.ACCEPT, 0, 12), new Handshake.Step(Station.CONNECT, 40, 300)),
                "GET /a?" + query + " HTTP/1.1", headers, headers, 101, "Switching Protocols", headers, headers,
                "permessage-deflate");
        return new Connection("ws_1", Connection.State.CLIENT_AWAY, "/a", query, "3000-abc.localhost", "vite-hmr",
                "*.localhost/a", "http://127.0.0.1:3000", "abc", 3000, AT, AT.plusSeconds(9),
                new Connection.LegStatus("127.0.0.1:1", 250, 1), Connection.LegStatus.at("127.0.0.1:2"),
                new Connection.Traffic(1, 2, 3), new Connection.Traffic(4, 5, 6),
                new Connection.Survival(7, 8, 9, 10, new Connection.Away(Leg.CLIENT, AT, "gone", 0, 0, AT), "vite"),
                List.of("flt_1"), new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.FIN, 1006, "", null), handshake);
    }

    @Test
    void comesBackAsItWas() {
        Connection connection = connection("room=7", List.of(new Header("Host", "a"), new Header("X", "1")));
        String json = Json.text(ConnectionJson.of(connection));
        assertThat(Json.read(Json.parse(json), ConnectionJson.class).toApi()).isEqualTo(connection);
    }

    @Test
    void secretsStayBehind() {
        Connection connection = connection("token=hunter2&_resume=hunter2",
                List.of(new Header("Authorization", "Bearer hunter2"), new Header("cookie", "s=hunter2"),
                        new Header("Set-Cookie", "s=hunter2"), new Header("Referer", "http://a/?api_key=hunter2")));
        String json = Json.text(ConnectionJson.of(connection));
        assertThat(json).doesNotContain("hunter2").contains(Secrets.MASK);
    }
}
