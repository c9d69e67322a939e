package dev.socketscope.engine.control;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox, an engine before it and its control port, with a caller whose every answer is held against the document. */
public final class ControlRig implements AutoCloseable {
    public static final String TOKEN = "test-token-0123456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    public final Sandbox sandbox;
    public final LocalEngine engine;
    public final ControlServer server;
    /** What answers {@code POST /api/v1/reload}. */
    public volatile Reload reload = Reload.NO_FILE;
    public final HttpClient http = HttpClient.newHttpClient();

    public ControlRig() {
        this(engine -> engine);
    }

    /** @param stage what stands between the real engine and its control port */
    public ControlRig(UnaryOperator<Engine> stage) {
        this(stage, EngineConfig.Capture.DEFAULT);
    }

    public ControlRig(UnaryOperator<Engine> stage, EngineConfig.Capture capture) {
        sandbox = sandbox();
        engine = LocalEngine.start(new EngineConfig(ANY, capture, EngineConfig.Limits.DEFAULT,
                List.of(Route.toEverything(sandbox.uri().toString()))));
        server = ControlServer.start(new ControlConfig(ANY, ControlToken.of(TOKEN)), stage.apply(engine),
                engine::metrics, () -> reload.run());
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    /** A WebSocket through the engine; it reads nothing but what the JDK answers by itself. */
    public WebSocket open(String path) {
        URI uri = URI.create("ws://" + engine.info().listen() + path);
        return http.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {}).join();
    }

    /** The same; what comes as whole text messages is added to a list. */
    public WebSocket open(String path, Queue<String> received) {
        URI uri = URI.create("ws://" + engine.info().listen() + path);
        return http.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                received.add(text.toString());
                socket.request(1);
                return null;
            }
        }).join();
    }

    /** Opens one and waits until the engine says so; returns its id. */
    public String openConnection(String path) {
        int before = engine.connections().size();
        open(path);
        return await().until(
                () -> engine.connections().stream().skip(before).filter(c -> c.state() == State.OPEN).findFirst(),
                Optional::isPresent).orElseThrow().id();
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    public Reply post(String path, @Nullable String body) {
        return call("POST", path, body);
    }

    public Reply call(String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve(path))
                .header("Authorization", "Bearer " + TOKEN)
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            OpenApi.DOCUMENT.check(method, answer);
            return new Reply(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer that fits the document. */
    public record Reply(HttpResponse<String> answer) {
        public int status() {
            return answer.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(answer.body());
        }

        /** The text at a JSON pointer. */
        public String at(String pointer) {
            return json().at(pointer).asString();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
        engine.close();
        sandbox.close();
    }
}
