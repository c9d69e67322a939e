package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void engineRelaysUntilSigtermThenClosesWith1001AndEndsInOrder() throws Exception {
        try (Sandbox sandbox = Sandbox.start(ANY);
                Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", "off", "--target",
                        sandbox.uri().toString());
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = engine.address("listening on ");
            assertThat(engine.out).containsExactly("listening on http://127.0.0.1:" + address.getPort());
            assertThat(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body())
                    .contains("<title>Socketscope sandbox</title>");
            Peer page = Peer.connect(http, address, "/_hmr");
            Peer watcher = Peer.connect(http, address, "/ws/telemetry");

            engine.terminate();

            assertThat(page.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            assertThat(watcher.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            assertThat(engine.exitCode()).isEqualTo(ExitCode.FINE);
            assertThat(engine.err).isEmpty();
            http.shutdownNow();
        }
    }

    @Test
    void allInterfacesAreToldAsTheyWereAskedFor() throws Exception {
        try (Child engine = Child.run(Map.of("SOCKETSCOPE_TOKEN", "a-token-for-others-1"), "engine", "--listen",
                "0.0.0.0:0",
                "--control", "0.0.0.0:0", "--target", "http://127.0.0.1:9")) {
            assertThat(engine.address("control on ").getHost()).isEqualTo("0.0.0.0");
            assertThat(engine.address("listening on ").getHost()).isEqualTo("0.0.0.0");
        }
    }

    @Test
    void aProgramGetsTheLogAsAnObjectALine() throws Exception {
        try (Sandbox sandbox = Sandbox.start(ANY);
                Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", "off", "--debug", "--log",
                        "json", "--target", sandbox.uri().toString());
                HttpClient http = HttpClient.newHttpClient()) {
            Peer peer = Peer.connect(http, engine.address("listening on "), "/echo?token=hunter2");
            peer.socket().sendClose(4001, "done").join();

            await().atMost(SOON).until(() -> engine.err.stream().anyMatch(l -> l.contains("Connection closed")));
            List<JsonNode> lines = engine.err.stream().map(JsonMapper.shared()::readTree).toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("level").asString()).isEqualTo("DEBUG");
                assertThat(Instant.parse(line.path("at").asString())).isBefore(Instant.now());
            });
            assertThat(lines).filteredOn(line -> line.path("message").asString().equals("Connection closed"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.path("category").asString()).isEqualTo("close");
                        assertThat(line.path("code").asInt()).isEqualTo(4001);
                    });
            assertThat(engine.err).noneMatch(line -> line.contains("hunter2"));
            http.shutdownNow();
        }
    }

    @Test
    void debugTellsOfUpgradesMessagesAndClosesWithoutSecrets() throws Exception {
        try (Sandbox sandbox = Sandbox.start(ANY);
                Child engine = Child.run(Map.of("WS_DEBUG", "true"), "engine", "--listen", "127.0.0.1:0", "--control",
                        "off", "--target",
                        sandbox.uri().toString());
                HttpClient http = HttpClient.newHttpClient()) {
            Peer peer = Peer.connect(http, engine.address("listening on "), "/echo?token=hunter2");
            peer.socket().sendText("my secret plan", true).join();
            peer.socket().sendClose(4001, "done").join();
            String line = "^\\[WS:%s] \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z %s \\{\"connection\":\"ws_.*}$";

            await().atMost(SOON).until(() -> engine.err.stream().anyMatch(l -> l.contains("Connection closed")));
            assertThat(engine.err).anyMatch(l -> l.matches(line.formatted("upgrade", "Upgrade requested")))
                    .anyMatch(l -> l.matches(line.formatted("upgrade", "Connection opened")))
                    .anyMatch(
                            l -> l.matches(line.formatted("close", "Connection closed")) && l.contains("\"code\":4001"))
                    .anyMatch(
                            l -> l.matches(line.formatted("message", "Frame to-upstream")) && l.contains("\"size\":14"))
                    .anyMatch(l -> l.matches(line.formatted("message", "Frame to-client")) && l.contains("\"size\":14"))
                    .noneMatch(l -> l.contains("hunter2") || l.contains("secret plan"));
            engine.terminate();
            assertThat(engine.exitCode()).isEqualTo(ExitCode.FINE);
            http.shutdownNow();
        }
    }

    @Test
    void engineServesItsControlApiToThoseWhoCanReadTheTokenFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("made/token");
        try (Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", ":0", "--token-file",
                file.toString(), "--target", "http://127.0.0.1:1"); HttpClient http = HttpClient.newHttpClient()) {
            URI control = engine.address("control on ");
            await().atMost(SOON).until(() -> engine.out.size() == 3);
            assertThat(engine.out.getLast()).isEqualTo("token in " + file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            String token = Files.readString(file).strip();
            HttpRequest question = HttpRequest.newBuilder(control.resolve("/api/v1/engine"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            assertThat(http.send(question, BodyHandlers.ofString()).body())
                    .contains("\"listen\":[\"" + engine.address("listening on ").getAuthority() + "\"]");
            engine.terminate();
            assertThat(engine.exitCode()).isEqualTo(ExitCode.FINE);
            assertThat(engine.err).noneMatch(l -> l.contains(token));
        }
    }

    @Test
    void aControlPortForOthersNeedsATokenThatSomebodyHasChosen() throws Exception {
        try (Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", "0.0.0.0:0", "--target",
                "http://127.0.0.1:1");
                Child weak = Child.run(Map.of("SOCKETSCOPE_TOKEN", "hunter2"), "engine", "--listen", ":0", "--control",
                        ":0", "--target", "http://127.0.0.1:1")) {
            assertThat(engine.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            await().atMost(SOON).until(() -> !engine.err.isEmpty());
            assertThat(engine.err.getFirst()).startsWith("--control: got 0.0.0.0:0, expected a loopback address");
            assertThat(weak.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            await().atMost(SOON).until(() -> !weak.err.isEmpty());
            assertThat(weak.err.getFirst()).startsWith("SOCKETSCOPE_TOKEN: the token has 7 characters, expected 16")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void sandboxPrintsWhereItIsAndEndsOnSigterm() throws Exception {
        try (Child sandbox = Child.run(Map.of(), "sandbox", "--listen", ":0");
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = sandbox.address("sandbox on ");
            await().atMost(SOON).until(() -> sandbox.out.size() == 2);
            assertThat(sandbox.out.get(1)).isEqualTo("sockets at /_hmr /echo /ws/telemetry /graphql /socket.io/");
            Peer page = Peer.connect(http, address, "/_hmr");

            sandbox.terminate();

            assertThat(page.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
            assertThat(sandbox.exitCode()).isEqualTo(ExitCode.FINE);
            assertThat(sandbox.err).isEmpty();
            http.shutdownNow();
        }
    }

    @Test
    void aTakenPortEndsWith3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            try (Child engine = Child.run(Map.of(), "engine", "--listen", address, "--target", "http://127.0.0.1:1");
                    Child sandbox = Child.run(Map.of(), "sandbox", "--listen", address)) {
                assertThat(engine.exitCode()).isEqualTo(ExitCode.CANNOT_LISTEN);
                assertThat(sandbox.exitCode()).isEqualTo(ExitCode.CANNOT_LISTEN);
                await().atMost(SOON).until(() -> engine.err.size() == 1 && sandbox.err.size() == 1);
                String message = "cannot listen on " + address + ": Address already in use";
                assertThat(engine.err).containsExactly(message);
                assertThat(sandbox.err).containsExactly(message);
            }
        }
    }

    @Test
    void aBadConfigurationEndsWith2AndSaysWhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("dev.yaml"), "listen: :0\nroutes:\n  - upstream: nowhere\n");
        try (Child engine = Child.run(Map.of(), "engine", "--config", file.toString())) {
            assertThat(engine.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            await().atMost(SOON).until(() -> !engine.err.isEmpty());
            assertThat(engine.err.getFirst())
                    .startsWith(file + ":3: routes[0].upstream: got \"nowhere\", expected http://");
            assertThat(engine.out).isEmpty();
        }
    }

    /** A WebSocket of the JDK's own client that remembers with which code it was closed. */
    private record Peer(WebSocket socket, CompletableFuture<Integer> closed) {
        static Peer connect(HttpClient http, URI address, String path) {
            CompletableFuture<Integer> closed = new CompletableFuture<>();
            URI uri = URI.create(address.toString().replace("http:", "ws:") + path);
            WebSocket socket = http.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {
                @Override
                public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                    closed.complete(code);
                    return null;
                }

                @Override
                public void onError(WebSocket webSocket, Throwable error) {
                    closed.completeExceptionally(error);
                }
            }).join();
            return new Peer(socket, closed);
        }
    }
}
