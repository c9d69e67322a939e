package dev.socketscope.engine.control;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream as a reader takes it; every message that it is asked for is held against the document. */
final class StreamReader implements WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final WebSocket socket;
    private final StringBuilder text = new StringBuilder();

    StreamReader(ControlRig rig, String query) {
        URI uri = URI.create(rig.uri().toString().replace("http", "ws") + "/api/v1/stream" + query);
        socket = rig.http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + ControlRig.TOKEN)
                .buildAsync(uri, this)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    void say(String json) {
        OpenApi.DOCUMENT.checkSchema("StreamWish", json, "the wish");
        socket.sendText(json, true).join();
    }

    JsonNode next(Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        List<String> seen = new ArrayList<>();
        try {
            while (System.nanoTime() < deadline) {
                JsonNode message = messages.poll(1, TimeUnit.SECONDS);
                if (message != null) {
                    OpenApi.DOCUMENT.checkSchema("StreamMessage", message.toString(), "a message of the stream");
                    if (wanted.test(message)) {
                        return message;
                    }
                    seen.add(message.toString());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("not among " + seen);
    }

    JsonNode next(String type) {
        return next(m -> m.get("type").asString().equals(type));
    }
}
