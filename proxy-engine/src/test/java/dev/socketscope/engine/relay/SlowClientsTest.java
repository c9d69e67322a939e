package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that would rather keep the engine busy than be served. */
@Timeout(60)
class SlowClientsTest {
    private static final Timing IMPATIENT = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(1),
            Duration.ofSeconds(1), Duration.ofMillis(300));

    private static LocalEngine engine(EngineConfig.Limits limits, ListenerTls tls, int upstream) {
        return LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0), tls, Engines.CAPTURE, limits,
                List.of(Route.toEverything("http://127.0.0.1:" + upstream))), Transport.best(), IMPATIENT);
    }

    @Test
    void aHeadThatDoesNotEndGets408HoweverOftenAByteComes() {
        try (LocalEngine engine = engine(Engines.LIMITS, ListenerTls.OFF, 1);
                Raw client = Raw.connect(Engines.port(engine)).send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")) {
            assertThat(client.head()).startsWith("HTTP/1.1 408 ");
            assertThat(client.readTextToEnd()).contains("within 300 ms");
        }
    }

    @Test
    void aHeadInPiecesAndASlowBodyAreFine() throws Exception {
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = engine(Engines.LIMITS, ListenerTls.OFF, listening.getLocalPort());
                Raw client = Raw.connect(Engines.port(engine)).send("POST / HTTP/1.1\r\nHo")) {
            client.send("st: a\r\nContent-Length: 2\r\n\r\na");
            try (Raw upstream = Raw.accept(listening)) {
                upstream.head();
                assertThat(upstream.readText(1)).isEqualTo("a");
                await().pollDelay(Duration.ofMillis(400)).until(() -> true);
                client.send("b");
                assertThat(upstream.readText(1)).isEqualTo("b");
                upstream.send("HTTP/1.1 204 No Content\r\n\r\n");
                assertThat(client.head()).startsWith("HTTP/1.1 204 ");
            }
        }
    }

    @Test
    void aHandshakeThatDoesNotEndIsEndedAndExplained(@TempDir Path folder) {
        EngineConfig.Limits limits = new EngineConfig.Limits(10, 10, 1 << 20, Duration.ofMillis(300));
        try (LocalEngine engine = engine(limits, new ListenerTls.SelfSigned(folder, List.of()), 1);
                Raw client = Raw.connect(Engines.port(engine)).send(new byte[]{22, 3, 1})) {
            assertThat(client.readToEnd()).isEmpty();
            await().until(() -> !Engines.events(engine, Event.TlsFailed.class).isEmpty());
            assertThat(Engines.events(engine, Event.TlsFailed.class).getFirst().reason()).contains("in time");
        }
    }

    @Test
    void handshakesUnderWayAreBounded(@TempDir Path folder) {
        EngineConfig.Limits limits = new EngineConfig.Limits(10, 2, 1 << 20, Duration.ofSeconds(20));
        try (LocalEngine engine = engine(limits, new ListenerTls.SelfSigned(folder, List.of()), 1)) {
            List<Raw> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(Raw.connect(Engines.port(engine)).send(new byte[]{22, 3, 1}));
                int begun = i + 1;
                await().until(() -> engine.context().admission().tlsUnderWay() == begun);
            }
            try (Raw third = Raw.connect(Engines.port(engine)).send(new byte[]{22, 3, 1})) {
                assertThat(third.readToEnd()).isEmpty();
                assertThat(Engines.events(engine, Event.LimitReached.class)).extracting(Event.LimitReached::limit)
                        .containsExactly("limits.maxPending");
            }
            waiting.forEach(Raw::close);
            await().until(() -> engine.context().admission().tlsUnderWay() == 0);
        }
    }

    @Test
    void socketsThatSayNothingAreBounded() {
        EngineConfig.Limits limits = new EngineConfig.Limits(1, 1, 1 << 20, Duration.ofSeconds(5));
        try (LocalEngine engine = engine(limits, ListenerTls.OFF, 1)) {
            List<Raw> idle = new ArrayList<>();
            for (int i = 0; i < limits.sockets(); i++) {
                idle.add(Raw.connect(Engines.port(engine)));
            }
            try (Raw one = Raw.connect(Engines.port(engine))) {
                assertThat(one.readToEnd()).isEmpty();
            }
            assertThat(Engines.events(engine, Event.LimitReached.class)).isNotEmpty();
            idle.forEach(Raw::close);
        }
    }
}
