package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SandboxSocketsTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private Sandbox sandbox;
    private HttpClient http;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 7);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.shutdownNow();
    }

    @Test
    void hmrGreetsThenTellsOfEditsThatTheModulesReallyShow() throws Exception {
        Listener page = new Listener();
        WebSocket socket = page.connect(http, sandbox, "/_hmr", "vite-hmr");

        assertThat(socket.getSubprotocol()).isEqualTo("vite-hmr");
        await().atMost(SOON).until(() -> page.texts.stream().anyMatch(t -> t.contains("\"type\":\"update\"")));
        assertThat(page.texts.getFirst()).isEqualTo("{\"type\":\"connected\"}");
        JsonNode update = page.texts.stream()
                .map(Json::parse)
                .filter(m -> m.path("type").asString().equals("update"))
                .findFirst()
                .orElseThrow()
                .path("updates")
                .path(0);
        assertThat(update.path("type").asString()).isIn("js-update", "css-update");
        String module = http
                .send(HttpRequest.newBuilder(URI.create(sandbox.uri() + update.path("path").asString() + "?t="
                        + update.path("timestamp").asLong())).build(), BodyHandlers.ofString())
                .body();
        assertThat(module).contains("revision 2").contains(update.path("path").asString());
    }

    @Test
    void hmrAnswersTextPingsAndCatchUpRequests() {
        Listener page = new Listener();
        WebSocket socket = page.connect(http, sandbox, "/_hmr");
        assertThat(socket.getSubprotocol()).isEmpty();

        socket.sendText("ping", true).join();
        socket.sendText("{\"type\":\"ping\"}", true).join();
        await().atMost(SOON).until(() -> page.texts.contains("pong"));
        await().atMost(SOON)
                .until(() -> page.texts.stream().anyMatch(t -> t.startsWith("{\"type\":\"pong\",\"timestamp\"")));

        await().atMost(SOON).until(() -> page.texts.stream().anyMatch(t -> t.contains("\"type\":\"update\"")));
        long updates = updates(page);
        socket.sendText("{\"type\":\"sync\",\"since\":1}", true).join();
        await().atMost(SOON).until(() -> updates(page) > updates);
    }

    private static long updates(Listener page) {
        return page.texts.stream().filter(t -> t.contains("\"type\":\"update\"")).count();
    }

    @Test
    void theProbeWithWhichViteAsksForARestartedServerIsClosedAtOnce() {
        Listener probe = new Listener();
        WebSocket socket = probe.connect(http, sandbox, "/_hmr", "vite-ping");

        assertThat(socket.getSubprotocol()).isEqualTo("vite-ping");
        await().atMost(SOON).until(() -> probe.closeCode == 1000);
        assertThat(probe.texts).isEmpty();
    }

    @Test
    void echoReturnsTextBinaryAndFragmentsAsTheyCame() {
        Listener client = new Listener();
        WebSocket socket = client.connect(http, sandbox, "/echo");
        byte[] bytes = new byte[70_000];
        new Random(1).nextBytes(bytes);

        socket.sendText("grüße, 世界 🌍", true).join();
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        await().atMost(SOON).until(() -> client.texts.size() == 1 && client.binaries.size() == 1);
        assertThat(client.texts).containsExactly("grüße, 世界 🌍");
        assertThat(client.binaries.getFirst()).isEqualTo(bytes);

        client.pieces.clear();
        socket.sendText("one ", false).join();
        socket.sendText("", false).join();
        socket.sendText("two three", true).join();
        await().atMost(SOON).until(() -> client.texts.size() == 2);
        assertThat(client.texts.getLast()).isEqualTo("one two three");
        assertThat(client.pieces).containsExactly(4, 0, 9);
    }

    @Test
    void echoReturnsCloseCodeAndReason() {
        Listener client = new Listener();
        client.connect(http, sandbox, "/echo").sendClose(4001, "had enough").join();

        await().atMost(SOON).until(() -> client.closeCode == 4001);
        assertThat(client.closeReason).isEqualTo("had enough");
    }

    @Test
    void telemetryTicksAtTheAskedRateAndSpeaksBinaryNowAndThen() {
        Listener watcher = new Listener();
        WebSocket socket = watcher.connect(http, sandbox, "/ws/telemetry?hz=500", "json");

        assertThat(socket.getSubprotocol()).isEqualTo("json");
        await().atMost(SOON).until(() -> !watcher.binaries.isEmpty() && watcher.texts.size() > 200);
        JsonNode sample = Json.parse(watcher.texts.getFirst());
        assertThat(sample.path("seq").asLong(-1)).isZero();
        assertThat(sample.path("cpu").asDouble()).isBetween(0.0, 100.0);
        assertThat(watcher.texts).anyMatch(t -> t.startsWith("{\"type\":\"report\"") && t.length() > 3_000);
        // A MessagePack map of seven entries that begins with "kind": "snapshot".
        assertThat(watcher.binaries.getFirst()).startsWith(0x87, 0xA4, 'k', 'i', 'n', 'd', 0xA8, 's', 'n', 'a', 'p');
    }

    @ParameterizedTest
    @CsvSource({"/nowhere,404", "/ws/private,401", "/src/main.js,404"})
    void unknownSocketsAreRefusedWithAStatus(String path, int status) {
        assertThatThrownBy(() -> new Listener().connect(http, sandbox, path)).cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void graphQlAnswersASubscription() {
        Listener client = new Listener();
        WebSocket socket = client.connect(http, sandbox, "/graphql", "graphql-transport-ws");
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        socket.sendText("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{\"operationName\":\"watch\"}}", true).join();

        await().atMost(SOON).until(() -> client.texts.size() >= 2);
        assertThat(client.texts.getFirst()).isEqualTo("{\"type\":\"connection_ack\"}");
        assertThat(client.texts.get(1))
                .startsWith("{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"watch\":{");
    }

    @Test
    void graphQlWantsToBeInitialisedFirst() {
        Listener client = new Listener();
        client.connect(http, sandbox, "/graphql", "graphql-transport-ws")
                .sendText("{\"id\":\"a\",\"type\":\"subscribe\",\"payload\":{}}", true)
                .join();

        await().atMost(SOON).until(() -> client.closeCode == 4401);
    }

    @Test
    void socketIoPassesEventsToTheRoomAndAcknowledgesThem() {
        Listener one = new Listener();
        Listener two = new Listener();
        WebSocket sender = one.connect(http, sandbox, "/socket.io/?EIO=4&transport=websocket");
        two.connect(http, sandbox, "/socket.io/?EIO=4&transport=websocket").sendText("40", true).join();
        sender.sendText("40", true).join();
        await().atMost(SOON).until(() -> one.texts.size() == 2 && two.texts.size() == 2);

        sender.sendText("427[\"chat\",{\"text\":\"hi\"}]", true).join();

        await().atMost(SOON).until(() -> one.texts.contains("437[\"ok\"]"));
        await().atMost(SOON).until(() -> two.texts.contains("42[\"chat\",{\"text\":\"hi\"}]"));
        assertThat(one.texts.getFirst()).startsWith("0{\"sid\":\"");
    }

    @Test
    void closingTellsEveryPeer1001() {
        Listener page = new Listener();
        Listener watcher = new Listener();
        page.connect(http, sandbox, "/_hmr");
        watcher.connect(http, sandbox, "/ws/telemetry");

        sandbox.close();

        await().atMost(SOON).until(() -> page.closeCode == 1001 && watcher.closeCode == 1001);
        assertThat(page.closeReason).isEqualTo("the sandbox is stopping");
    }
}
