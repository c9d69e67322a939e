package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Route;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionRegistryTest {
    private static final CloseInfo CLOSE = new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.FIN, 1006, "", null);
    private final ConnectionRegistry registry = new ConnectionRegistry();

    private WsConnection open() {
        return open(List.of());
    }

    private WsConnection open(List<Header> headers) {
        RouteTable.Match match = new RouteTable.Match(Route.toEverything("http://a:1"),
                new UpstreamAddress(null, "a", 1),
                new SandboxHost(3000, "abc"));
        Handshake none = new Handshake(List.of(), "", headers, headers, 0, "", List.of(), List.of(), null);
        return registry.open(number -> new WsConnection(number, new RequestTarget("h:1", "/p", "q"), match, "c:2",
                Instant.now(), none));
    }

    private void end(WsConnection connection) {
        connection.closing(CLOSE);
        connection.closed();
        registry.ended(connection);
    }

    @Test
    void theNewestThousandEndedOnesStayAndAllLiveOnes() {
        WsConnection live = open();
        for (int i = 0; i < 1_500; i++) {
            end(open());
        }
        assertThat(registry.live()).isEqualTo(1);
        List<Connection> views = registry.views();
        assertThat(views).hasSize(1_001);
        assertThat(views.getFirst().id()).isEqualTo(live.id());
        assertThat(views.get(1).id()).isEqualTo(IdScramble.id(501));
        assertThat(views.getLast().id()).isEqualTo(IdScramble.id(1_500));
        assertThat(registry.find(IdScramble.id(500))).isNull();
        assertThat(registry.find(live.id())).isSameAs(live);
    }

    @Test
    void endedOnesWithLongHeadersMakeRoomSooner() {
        WsConnection live = open(List.of(new Header("Cookie", "x".repeat(30 << 20))));
        for (int i = 0; i < 100; i++) {
            end(open(List.of(new Header("Cookie", "x".repeat((1 << 20) - 6)))));
        }
        List<Connection> views = registry.views();
        assertThat(views).hasSize(1 + 8);
        assertThat(views.getFirst().id()).isEqualTo(live.id());
        assertThat(views.getLast().id()).isEqualTo(IdScramble.id(100));
        for (int i = 0; i < 100; i++) {
            end(open());
        }
        assertThat(registry.views()).hasSize(1 + 108);
        end(open(List.of(new Header("Cookie", "x".repeat(8 << 20)))));
        assertThat(registry.views()).as("more than fits alone").hasSize(1);
    }

    @Test
    void aViewIsBuiltAgainOnlyWhenSomethingHasHappened() {
        WsConnection connection = open();
        Connection first = connection.view();
        assertThat(connection.view()).isSameAs(first);
        connection.traffic(Direction.TO_CLIENT).add(1, 1, 10);
        Connection second = connection.view();
        assertThat(second.toClient()).isEqualTo(new Connection.Traffic(1, 1, 10));
        assertThat(connection.view()).isSameAs(second);
        connection.closing(CLOSE);
        assertThat(connection.view().state()).isEqualTo(Connection.State.CLOSING);
        assertThat(connection.view().port()).isEqualTo(3000);
        assertThat(connection.view().sandbox()).isEqualTo("abc");
    }

    @Test
    void onlyTheFirstWhoClosesIsRemembered() {
        WsConnection connection = open();
        connection.closing(CLOSE);
        connection.closing(new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.RST, 1006, "later", null));
        assertThat(connection.view().close()).isEqualTo(CLOSE);
    }
}
