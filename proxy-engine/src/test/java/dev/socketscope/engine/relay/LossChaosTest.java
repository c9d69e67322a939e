package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand cuts at random moments: the peers count what they get. */
class LossChaosTest {
    private static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(1), Duration.ofMillis(5), 2, 0.3, 50))
            .with(new BufferBounds(10_000, Duration.ofSeconds(60), 8 << 20));
    private static final int CUTS = 500;

    /** The client counts: whatever is cut and when, every message arrives once and in order, both ways. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void aClientThatCountsLosesNothingOverFiveHundredCuts(long seed) throws Exception {
        Random random = new Random(seed);
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = Engines.to(listening.getLocalPort(), POLICY)) {
            CountingClient client = new CountingClient(Engines.port(engine));
            client.connect();
            try (Raw upstream = Raw.accept(listening)) {
                upstream.switchProtocols();
                client.greeted();
                int fromUpstream = 0;
                int atUpstream = 0;
                for (int cut = 0; cut < CUTS; cut++) {
                    for (int n = random.nextInt(4); n > 0; n--) {
                        upstream.send(WireText.fromUpstream("u" + fromUpstream++));
                    }
                    for (int n = random.nextInt(4); n > 0; n--) {
                        client.send();
                    }
                    for (int n = random.nextInt(3); n > 0 && client.expects(fromUpstream); n--) {
                        client.receive(seed, cut);
                    }
                    while (atUpstream < client.sent && random.nextBoolean()) {
                        assertThat(WireText.read(upstream).text()).as("seed %d, cut %d", seed, cut)
                                .isEqualTo("c" + atUpstream++);
                    }
                    client.cut(random.nextBoolean());
                    client.connect();
                    client.greeted();
                }
                while (client.expects(fromUpstream)) {
                    client.receive(seed, CUTS);
                }
                while (atUpstream < client.sent) {
                    assertThat(WireText.read(upstream).text()).as("seed %d", seed).isEqualTo("c" + atUpstream++);
                }
                assertThat(engine.connections()).as("one connection all the time").hasSize(1);
                await().until(() -> Engines.only(engine).survival().reconnects() == CUTS);
                client.cut(true);
            }
        }
    }

    /** Sends and receives numbered messages, counts, and resends after each return what the engine does not have. */
    private static final class CountingClient {
        private final int port;
        private Raw socket;
        private int received;
        private int sent;

        @SuppressWarnings("NullAway.Init") // connect comes first
        CountingClient(int port) {
            this.port = port;
        }

        void connect() {
            socket = Raw.connect(port).upgrade("/x?_resume=chaos-token&_received=" + received);
        }

        void greeted() {
            assertThat(socket.head()).startsWith("HTTP/1.1 101 ");
            String hello = WireText.read(socket).text();
            assertThat(hello).contains("\"type\":\"resumed\"").doesNotContain("lost");
            int taken = Integer.parseInt(hello.replaceAll(".*\"received\":(\\d+).*", "$1"));
            for (int n = taken; n < sent; n++) {
                socket.send(WireText.fromClient("c" + n));
            }
        }

        void send() {
            socket.send(WireText.fromClient("c" + sent++));
        }

        boolean expects(int of) {
            return received < of;
        }

        void receive(long seed, int cut) {
            assertThat(WireText.read(socket).text()).as("seed %d, cut %d", seed, cut).isEqualTo("u" + received++);
        }

        void cut(boolean reset) {
            if (reset) {
                socket.reset();
            } else {
                socket.close();
            }
        }
    }

    /** What the client sends while the upstream is away arrives once and in order, and the counters agree. */
    @Test
    void whatWaitsForTheUpstreamArrivesOnceOverFiveHundredCuts() throws Exception {
        long seed = 21;
        Random random = new Random(seed);
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = Engines.to(listening.getLocalPort(), POLICY);
                Raw client = Raw.connect(Engines.port(engine)).upgrade("/x")) {
            Raw upstream = Raw.accept(listening);
            upstream.switchProtocols();
            client.head();
            int sent = 0;
            for (int cut = 0; cut < CUTS; cut++) {
                int before = cut;
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
                    Connection.Survival survival = Engines.only(engine).survival();
                    return survival.away() == null && survival.reconnects() == before;
                });
                if (random.nextBoolean()) {
                    upstream.reset();
                } else {
                    upstream.close();
                }
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
                    Connection.Away away = Engines.only(engine).survival().away();
                    return away != null || Engines.only(engine).survival().reconnects() > before;
                });
                int first = sent;
                for (int n = random.nextInt(5); n > 0; n--) {
                    byte[] frame = WireText.fromClient("c" + sent++);
                    int split = 1 + random.nextInt(frame.length - 1);
                    client.send(java.util.Arrays.copyOf(frame, split));
                    client.send(java.util.Arrays.copyOfRange(frame, split, frame.length));
                }
                upstream = Raw.accept(listening);
                upstream.switchProtocols();
                for (int n = first; n < sent; n++) {
                    assertThat(WireText.read(upstream)).as("seed %d, cut %d", seed, cut).satisfies(got -> {
                        assertThat(got.opcode()).isEqualTo(Opcode.TEXT);
                    }).extracting(WireText.Got::text).isEqualTo("c" + n);
                }
            }
            await().until(() -> engine.counters().upkeep().reconnections() == CUTS);
            Counters.Upkeep upkeep = engine.counters().upkeep();
            assertThat(upkeep.buffered()).isZero();
            assertThat(upkeep.dropped()).isZero();
            upstream.close();
        }
    }
}
