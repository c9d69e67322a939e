package dev.socketscope.engine.client;

import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link ReconnectingWebSocket} connects.
 *
 * @param uri {@code ws:} or {@code wss:}
 * @param headers sent with every upgrade
 * @param subprotocols offered in this order; when there are any, a server must choose one
 * @param reconnect when a lost connection is dialled again
 * @param keepAlive after {@code pingInterval} without a byte from the peer a ping, and so many of those unanswered, each for
 *        {@code pongTimeout}, and the connection is lost; {@link KeepAlive#OFF} to wait for TCP to notice
 * @param queue what may be kept for sending
 * @param connectTimeout for TCP, TLS and upgrade together
 * @param maxFrameBytes a larger frame from the peer ends the connection with 1009
 * @param resume whether to ask the engine to carry the session over losses
 * @param tls for {@code wss:}; null for the platform's trust
 */
public record SocketSettings(URI uri, Map<String, String> headers, List<String> subprotocols, Reconnect reconnect,
        KeepAlive keepAlive, QueueBounds queue, Duration connectTimeout, int maxFrameBytes, boolean resume,
        @Nullable SSLContext tls) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_FRAME_BYTES = 16 << 20;

    /** @throws IllegalArgumentException for a URI that is no WebSocket's, or when it resumes without keep-alive */
    public SocketSettings {
        headers = Map.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("ws") || scheme.equals("wss")) || uri.getHost() == null) {
            throw new IllegalArgumentException("uri " + withoutQuery(uri) + ": expected ws://host… or wss://host…");
        }
        if (resume && keepAlive.legs() == KeepAlive.Legs.NONE) {
            throw new IllegalArgumentException(
                    "resume with keepAlive off: expected keepAlive, pongs confirm what arrived");
        }
    }

    /** Defaults: reconnects and pings as the engine does, does not resume. */
    public static SocketSettings to(URI uri) {
        return new SocketSettings(uri, Map.of(), List.of(), Reconnect.DEFAULT, KeepAlive.DEFAULT, QueueBounds.DEFAULT,
                CONNECT_TIMEOUT, MAX_FRAME_BYTES, false, null);
    }

    public SocketSettings withHeaders(Map<String, String> changed) {
        return new SocketSettings(uri, changed, subprotocols, reconnect, keepAlive, queue, connectTimeout,
                maxFrameBytes,
                resume, tls);
    }

    public SocketSettings withSubprotocols(String... changed) {
        return new SocketSettings(uri, headers, List.of(changed), reconnect, keepAlive, queue, connectTimeout,
                maxFrameBytes,
                resume, tls);
    }

    public SocketSettings withReconnect(Reconnect changed) {
        return new SocketSettings(uri, headers, subprotocols, changed, keepAlive, queue, connectTimeout, maxFrameBytes,
                resume,
                tls);
    }

    public SocketSettings withKeepAlive(KeepAlive changed) {
        return new SocketSettings(uri, headers, subprotocols, reconnect, changed, queue, connectTimeout, maxFrameBytes,
                resume,
                tls);
    }

    public SocketSettings withQueue(QueueBounds changed) {
        return new SocketSettings(uri, headers, subprotocols, reconnect, keepAlive, changed, connectTimeout,
                maxFrameBytes,
                resume, tls);
    }

    public SocketSettings withConnectTimeout(Duration changed) {
        return new SocketSettings(uri, headers, subprotocols, reconnect, keepAlive, queue, changed, maxFrameBytes,
                resume, tls);
    }

    public SocketSettings withMaxFrameBytes(int changed) {
        return new SocketSettings(uri, headers, subprotocols, reconnect, keepAlive, queue, connectTimeout, changed,
                resume, tls);
    }

    public SocketSettings resuming() {
        return new SocketSettings(uri, headers, subprotocols, reconnect, keepAlive, queue, connectTimeout,
                maxFrameBytes, true,
                tls);
    }

    public SocketSettings withTls(SSLContext changed) {
        return new SocketSettings(uri, headers, subprotocols, reconnect, keepAlive, queue, connectTimeout,
                maxFrameBytes, resume,
                changed);
    }

    /** Names only what is no secret: query and headers may hold tokens. */
    @Override
    public String toString() {
        return "SocketSettings[" + withoutQuery(uri) + ", headers " + headers.keySet() + ", subprotocols "
                + subprotocols + "]";
    }

    private static String withoutQuery(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }
}
