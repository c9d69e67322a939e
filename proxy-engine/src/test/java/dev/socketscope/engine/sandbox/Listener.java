package dev.socketscope.engine.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what a WebSocket of the JDK's own client receives; it shares no code with the sandbox. */
final class Listener implements WebSocket.Listener {
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<byte[]> binaries = new CopyOnWriteArrayList<>();
    final List<String> pings = new CopyOnWriteArrayList<>();
    /** Pieces in which messages came. */
    final List<Integer> pieces = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private byte[] binary = new byte[0];
    volatile int closeCode;
    volatile String closeReason = "";

    WebSocket connect(HttpClient http, Sandbox sandbox, String path, String... subprotocols) {
        return connect(http, sandbox, path, builder -> subprotocols.length == 0
                ? builder
                : builder.subprotocols(subprotocols[0], List.of(subprotocols)
                        .subList(1, subprotocols.length)
                        .toArray(String[]::new)));
    }

    WebSocket connect(HttpClient http, Sandbox sandbox, String path,
            Function<WebSocket.Builder, WebSocket.Builder> more) {
        URI uri = URI.create(sandbox.uri().toString().replace("http:", "ws:") + path);
        return more.apply(http.newWebSocketBuilder()).buildAsync(uri, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        pieces.add(data.length());
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] joined = Arrays.copyOf(binary, binary.length + data.remaining());
        data.get(joined, binary.length, data.remaining());
        binary = last ? new byte[0] : joined;
        if (last) {
            binaries.add(joined);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        pings.add(StandardCharsets.UTF_8.decode(message).toString());
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closeReason = reason;
        closeCode = code;
        return null;
    }
}
