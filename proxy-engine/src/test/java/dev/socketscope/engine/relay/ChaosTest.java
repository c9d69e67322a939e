package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that stop, reset and talk nonsense at any point: the engine ends everything, and gives every buffer back. */
class ChaosTest {
    private static final int CLIENTS = 150;
    private final Leaks leaks = new Leaks();

    @BeforeEach
    void watch() {
        leaks.watch();
    }

    @AfterEach
    void unwatch() {
        leaks.close();
    }

    static Stream<Arguments> transports() {
        return Transports.working().map(transport -> Arguments.of(transport, transport.name().length()));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void whateverPeersDoNothingIsLeftBehind(Transport transport, int seed) throws Exception {
        Timing quick = new Timing(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(300));
        try (ExecutorService threads = Executors.newCachedThreadPool(); ServerSocket listening = Raw.listen()) {
            Route route = Route.toEverything("http://127.0.0.1:" + listening.getLocalPort())
                    .with(TunnelPolicy.PASSIVE)
                    .answeredWithin(Duration.ofSeconds(1));
            try (LocalEngine engine = LocalEngine.start(Engines.config(Engines.LIMITS, route), transport, quick)) {
                threads.execute(() -> serve(listening, threads));
                for (int i = 0; i < CLIENTS; i++) {
                    Random random = new Random(seed + i);
                    threads.execute(() -> misbehave(engine, random));
                }
                await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                    assertThat(engine.counters().httpRequests() + engine.connections().size())
                            .isGreaterThan(CLIENTS / 2);
                    assertThat(engine.connections().stream().filter(Connection::live).map(Connection::state)).isEmpty();
                    assertThat(engine.counters().activeConnections()).isZero();
                });
            }
            listening.close();
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(leaks.collect()).isEmpty();
    }

    private static void misbehave(LocalEngine engine, Random random) {
        try (Raw client = Raw.connect(Engines.port(engine))) {
            client.socket.setSoTimeout(500);
            String request = switch (random.nextInt(5)) {
                case 0 -> "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n";
                case 1 ->
                    "POST /c HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(random.nextInt(60_000));
                case 2 -> "POST /d HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
                default -> "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + Raw.KEY + "\r\n\r\n"
                        + "\u0082\u00fe\u0010\u0000abcd" + "y".repeat(random.nextInt(9_000));
            };
            int cut = random.nextInt(4) == 0 ? random.nextInt(request.length()) : request.length();
            client.send(request.substring(0, cut));
            readSome(client, random);
            end(client, random);
        } catch (UncheckedIOException | SocketException e) {
            // That is what this test is about.
            assertThat(e).isNotNull();
        }
    }

    private static void serve(ServerSocket listening, ExecutorService threads) {
        for (int i = 0;; i++) {
            try {
                Raw peer = new Raw(listening.accept());
                Random random = new Random(i * 31L);
                threads.execute(() -> answerBadly(peer, random));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answerBadly(Raw peer, Random random) {
        try (peer) {
            peer.socket.setSoTimeout(500);
            readSome(peer, random);
            String answer = switch (random.nextInt(8)) {
                case 0 -> "HTTP/1.1 200 OK\r\nContent-Length: 30000\r\n\r\n" + "z".repeat(random.nextInt(30_001));
                case 1 -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                        + (random.nextBoolean() ? "0\r\n\r\n" : "zz");
                case 2 -> "HTTP/1.1 403 Forbidden\r\n\r\nno";
                case 3 -> "rubbish";
                default -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                        + "\u0081\u0005hello\u0088\u0002\u0003\u00e8".substring(0, 1 + random.nextInt(10));
            };
            peer.send(answer.substring(0, random.nextInt(3) == 0 ? random.nextInt(answer.length()) : answer.length()));
            readSome(peer, random);
            end(peer, random);
        } catch (UncheckedIOException | SocketException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void readSome(Raw from, Random random) {
        if (random.nextInt(5) > 0) {
            try {
                from.socket.getInputStream().read(new byte[1 + random.nextInt(5_000)]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void end(Raw peer, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> peer.reset();
            case 1 -> {
                peer.fin();
                readSome(peer, random);
            }
            default -> peer.close();
        }
    }

    @Test
    void aLeakWouldBeNoticed() {
        AdaptiveByteBufAllocator allocator = new AdaptiveByteBufAllocator();
        ByteBuf dropped = allocator.directBuffer(16);
        assertThat(dropped.capacity()).isEqualTo(16);
        dropped = null;
        await().until(() -> !leaks.collect().isEmpty());
    }
}
