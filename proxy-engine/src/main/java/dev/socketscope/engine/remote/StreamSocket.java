package dev.socketscope.engine.remote;

import dev.socketscope.engine.wire.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stream as a WebSocket. Messages are taken in on the library's thread; its end is waited for on the link's. */
final class StreamSocket extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSocket.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int MAX_MESSAGE = 64 << 20;
    private static final int SILENT_SECONDS = 20;

    private final Consumer<ObjectNode> messages;
    private final Consumer<Duration> lag;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String reason = "";

    StreamSocket(URI uri, String token, Consumer<ObjectNode> messages, Consumer<Duration> lag) {
        super(uri, new Draft_6455(List.of(), List.of(new Protocol("")), MAX_MESSAGE),
                Map.of("Authorization", "Bearer " + token),
                CONNECT_MILLIS);
        this.messages = messages;
        this.lag = lag;
        setDaemon(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(SILENT_SECONDS);
    }

    /** Measures {@code lag}: the pong brings the ping's time back. */
    void measure() {
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.allocate(Long.BYTES).putLong(0, System.nanoTime()));
        sendFrame(ping);
    }

    CountDownLatch ended() {
        return ended;
    }

    String reason() {
        return reason;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        LOG.debug("The link streams");
    }

    @Override
    public void onMessage(String message) {
        try {
            messages.accept(Json.parse(message));
        } catch (RuntimeException e) {
            // The library would go on with the next message, and the mirror would lack this one for ever.
            LOG.warn("A message of a remote engine cannot be understood", e);
            close(CloseFrame.POLICY_VALIDATION, "cannot be understood");
        }
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
        if (frame.getPayloadData().remaining() == Long.BYTES) {
            lag.accept(Duration.ofNanos(System.nanoTime() - frame.getPayloadData().getLong(0)));
        }
    }

    @Override
    public void onClose(int code, String text, boolean remote) {
        reason = text == null || text.isBlank() ? "closed with " + code : text;
        ended.countDown();
    }

    @Override
    public void onError(Exception error) {
        LOG.debug("The link met an error: {}", error.toString());
    }
}
