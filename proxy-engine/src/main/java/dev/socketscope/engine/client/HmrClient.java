package dev.socketscope.engine.client;

import dev.socketscope.engine.api.Reconnect;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hot-reloading page without the page: stays connected to a dev server's socket, asks after every loss for what it has missed,
 * and tells what changes. It reloads nothing itself. All methods may be called from any thread.
 */
public final class HmrClient implements AutoCloseable {
    /** A person waits for the page: sooner and more often than {@link Reconnect#DEFAULT}, and without end. */
    public static final Reconnect RECONNECT = new Reconnect(Duration.ofMillis(500), Duration.ofSeconds(5), 2, 0.3,
            Integer.MAX_VALUE);
    /** Where the socket is unless somebody says otherwise. */
    public static final String PATH = "/_hmr";

    private final Consumer<HmrEvent> listener;
    private final ReconnectingWebSocket socket;
    private volatile long lastTimestamp;
    private volatile String lastMessageId = "";

    private HmrClient(SocketSettings settings, Consumer<HmrEvent> listener) {
        this.listener = listener;
        socket = ReconnectingWebSocket.open(settings, this::on);
    }

    /** Connects to {@link #PATH} of a server, with {@link #RECONNECT}. @param server {@code ws://host:port} or {@code wss:…} */
    public static HmrClient connect(URI server, Consumer<HmrEvent> listener) {
        return connect(SocketSettings.to(server.resolve(PATH)).withReconnect(RECONNECT), listener);
    }

    /** Connects as the settings say. @param listener called on one thread */
    public static HmrClient connect(SocketSettings settings, Consumer<HmrEvent> listener) {
        return new HmrClient(settings, listener);
    }

    /** The newest timestamp seen, in milliseconds since 1970; 0 for none. */
    public long lastTimestamp() {
        return lastTimestamp;
    }

    /** The id of the newest message that had one; empty for none. */
    public String lastMessageId() {
        return lastMessageId;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void on(SocketEvent event) {
        switch (event) {
            case SocketEvent.Opened opened -> opened(opened);
            case SocketEvent.Text(String text) -> message(text);
            case SocketEvent.Closed c -> listener.accept(new HmrEvent.Offline(c.code(), c.reason(), c.retryIn()));
            case SocketEvent.Binary _,SocketEvent.Attempt _,SocketEvent.Failed _,SocketEvent.GaveUp _ -> {
                // Nothing that this protocol has; losses are told by Closed.
            }
        }
    }

    private void opened(SocketEvent.Opened opened) {
        if (lastTimestamp > 0) {
            send(sync().put("since", lastTimestamp));
        } else if (!lastMessageId.isEmpty()) {
            send(sync().put("lastMessageId", lastMessageId));
        }
        listener.accept(new HmrEvent.Online(opened.session()));
    }

    private static ObjectNode sync() {
        return JsonMapper.shared().createObjectNode().put("type", "sync");
    }

    private void send(ObjectNode message) {
        socket.send(JsonMapper.shared().writeValueAsString(message));
    }

    private void message(String text) {
        HmrMessages.Read read = HmrMessages.read(text);
        lastTimestamp = Math.max(lastTimestamp, read.timestamp());
        if (!read.id().isEmpty()) {
            lastMessageId = read.id();
        }
        listener.accept(read.event());
    }
}
