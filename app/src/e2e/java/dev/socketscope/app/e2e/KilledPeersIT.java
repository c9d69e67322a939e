package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Upstream, clients and a piece of network are killed (SIGKILL) at random, and in the end everything adds up. {@code -Dkillings.duration=PT10M}
 * has it last longer; {@code -Dkillings.seed=…} repeats what is killed in which order. A failure and the last line of a success
 * name the seed.
 */
class KilledPeersIT {
    private static final Duration DURATION = Duration.parse(System.getProperty("killings.duration", "PT40S"));
    private static final long SEED = Long.getLong("killings.seed", System.nanoTime());
    /** Longer than a client is held that could not say goodbye in time. */
    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** The event log tells of these as failed handshakes, and of no close. */
    private static final String NEVER_OPENED = "handshake";
    private static final Set<String> MANNERS_THAT_SAY_ALL = Set.of("close-frame", "fin");
    /** Of a client's Close frame with a code and no reason, masked. */
    private static final int CLOSE_BYTES = 8;
    private final int upstreamPort = Places.freePort();
    private final int steadyPort = Places.freePort();
    private final int linkPort = Places.freePort();
    private final NumberedPeer steady = NumberedPeer.upstream("killed-steady", steadyPort);
    private final HeadlessEngine engine = new HeadlessEngine("killed-engine", """
              - match: {path: /killed}
                upstream: http://127.0.0.1:%d
                keepAlive: off
                reconnect: {initialDelay: 100ms, maxDelay: 1s, maxAttempts: 20}
              - match: {path: /resumed}
                upstream: http://127.0.0.1:%d
                keepAlive: off
            """.formatted(upstreamPort, steadyPort));
    private final Ledger ledger = new Ledger(engine);

    @BeforeEach
    void steady() {
        steady.ready();
    }

    @AfterEach
    void stop() {
        engine.close();
        steady.program().close();
    }

    @Test
    void everythingAddsUpWhoeverIsKilled() throws InterruptedException {
        ledger.read();
        long sockets = engine.sockets();
        try (Killings killings = new Killings(SEED, engine, upstreamPort, linkPort);
                ResumedClient one = new ResumedClient("resumed-1", linkPort);
                ResumedClient other = new ResumedClient("resumed-2", linkPort)) {
            for (Instant end = Instant.now().plus(DURATION); Instant.now().isBefore(end);) {
                killings.next();
                ledger.read();
            }
            for (ResumedClient resumed : List.of(one, other)) {
                assertExactlyOnce(resumed, resumed.finish(LIMIT));
            }
            await().atMost(LIMIT).untilAsserted(this::assertCountersAgree);
            assertThat(engine.metric("websocket_active_connections ")).as("some are left").isPositive();

            killings.endClients();
            one.close();
            other.close();
            await().atMost(LIMIT).until(() -> engine.metric("websocket_active_connections ") == 0);
            await().atMost(LIMIT).untilAsserted(this::assertCountersAgree);
            assertTrafficAgrees("received", "ToUpstream");
            assertTrafficAgrees("sent", "ToClient");
            assertEveryEndIsExplained();
            killings.clients().forEach(client -> assertCounts(client, killings.arrived(client.name())));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(engine.sockets()).as("sockets").isEqualTo(sockets));
            System.out.println(outcome(killings));
        }
        assertThat(engine.output()).doesNotContainIgnoringCase("exception", "error", "leak");
    }

    private void assertExactlyOnce(ResumedClient client, List<Integer> sent) {
        assertThat(sent).as("%s sent something, seed %d", client.id(), SEED).isNotEmpty();
        assertThat(client.got()).as("answers to %s, seed %d", client.id(), SEED).isEqualTo(sent);
        assertThat(steady.got(client.id())).as("at the upstream from %s, seed %d", client.id(), SEED).isEqualTo(sent);
    }

    /** Metrics, connections and event log. */
    private void assertCountersAgree() {
        ledger.read();
        SoftAssertions all = new SoftAssertions();
        all.assertThat(ledger.missed()).as("events missed").isZero();
        all.assertThat(ledger.live().count())
                .as("live")
                .isEqualTo(engine.metric("websocket_active_connections "));
        all.assertThat(ledger.connections().count())
                .as("requested")
                .isEqualTo(ledger.events("connection-requested"))
                .isEqualTo(ledger.live().count() + ledger.ended().count());
        all.assertThat(engine.metric("websocket_total_connections "))
                .as("opened")
                .isEqualTo(ledger.events("connection-opened"))
                .isEqualTo(ledger.connections().count() - ledger.events("handshake-failed"));
        all.assertThat(ledger.ended().count())
                .as("ended")
                .isEqualTo(ledger.events("connection-closed") + ledger.events("handshake-failed"));
        all.assertThat(ledger.sum("reconnects"))
                .as("reconnections")
                .isEqualTo(engine.metric("websocket_reconnections_total "))
                .isEqualTo(ledger.events("upstream-back") + ledger.events("client-back"));
        all.assertThat(engine.metric("socketscope_buffered_messages")).as("waiting").isZero();
        all.assertAll();
    }

    /** When nothing is on its way any more. */
    private void assertTrafficAgrees(String label, String counter) {
        assertThat(engine.metric("websocket_messages_total{direction=\"" + label)).as("messages " + label)
                .isEqualTo(ledger.sum("messages" + counter));
        assertThat(engine.metric("websocket_bytes_total{direction=\"" + label)).as("bytes " + label)
                .isEqualTo(ledger.sum("bytes" + counter));
    }

    private void assertEveryEndIsExplained() {
        assertThat(ledger.ended()).allSatisfy(connection -> {
            JsonNode close = connection.get("close");
            assertThat(close.get("by").asString()).isIn("client", "upstream", "engine");
            assertThat(close.get("code").asInt()).isBetween(1000, 1015);
            if (!MANNERS_THAT_SAY_ALL.contains(close.get("manner").asString())) {
                assertThat(close.get("reason").asString()).as("reason of %s", connection).isNotBlank();
            }
            if (!close.get("manner").asString().equals(NEVER_OPENED)) {
                assertThat(ledger.closes().get(connection.get("id").asString())).isEqualTo(close);
            }
            assertThat(connection.get("bufferedToUpstream").asInt() + connection.get("bufferedToClient").asInt())
                    .isZero();
        });
    }

    /** What the engine counted lies between what a client sent and what came back to it; where nobody was killed it is that. */
    private void assertCounts(NumberedPeer client, List<Integer> arrived) {
        List<Integer> sent = client.sent();
        List<Integer> got = client.got();
        String who = "%s, seed %d".formatted(client.name(), SEED);
        assertThat(Stream.of(arrived, got)).as("in order and never twice: " + who)
                .allSatisfy(numbers -> assertThat(numbers).isSorted().doesNotHaveDuplicates());
        assertThat(sent).as(who).containsAll(arrived);
        assertThat(arrived).as(who).containsAll(got);
        for (JsonNode connection : ledger.connections(client.name()).toList()) {
            long up = connection.get("messagesToUpstream").asLong();
            long down = connection.get("messagesToClient").asLong();
            assertThat(up).as("to upstream: " + who).isBetween((long) arrived.size(), (long) sent.size());
            assertThat(down).as("to client: " + who).isBetween((long) got.size(), (long) arrived.size());
            if (client.endedOrderly()) {
                assertThat(List.of(up, down)).as(who).containsExactly((long) sent.size(), (long) got.size());
                assertThat(connection.get("bytesToUpstream").asLong()).as("bytes: " + who)
                        .isEqualTo(sent.stream().mapToLong(number -> frameBytes(client, number)).sum() + CLOSE_BYTES);
                assertThat(connection.get("close").get("code").asInt()).as(who).isEqualTo(1000);
            }
            // A client may also say goodbye while its upstream is away, and what it had sent meanwhile goes with it.
            if (client.endedOrderly() && !ledger.bereft(connection.get("id").asString())) {
                assertThat(arrived).as(who).isEqualTo(IntStream.range(0, sent.size()).boxed().toList());
            }
        }
    }

    /** A masked text frame, header and payload. */
    private static long frameBytes(NumberedPeer client, int number) {
        int payload = (client.name() + " " + number + " ").length() + number % 300;
        return payload + (payload < 126 ? 6 : 8);
    }

    private String outcome(Killings killings) {
        return "seed %d: %d connections opened, %d handshakes failed, %d clients, %d upstreams lost and back, %d links lost, %d messages up, %d down"
                .formatted(SEED, ledger.events("connection-opened"), ledger.events("handshake-failed"),
                        killings.clients().size(), ledger.events("upstream-back"), ledger.events("client-lost"),
                        ledger.sum("messagesToUpstream"), ledger.sum("messagesToClient"));
    }
}
