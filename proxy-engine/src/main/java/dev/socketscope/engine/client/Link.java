package dev.socketscope.engine.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a {@link ReconnectingWebSocket}, from dialling to its end. What is read waits for its turn on the client's
 * thread behind a {@link ReadGate}; what is sent is handed to the library only while little waits there, because its own queue
 * has no bound.
 */
final class Link extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final SendRoom ROOM = new SendRoom(256, 256 << 10);

    private final SerialThread thread;
    private final Watcher watcher;
    private final ReadGate gate = new ReadGate();
    private volatile long lastReadAt = System.nanoTime();
    private volatile boolean opened;
    private volatile boolean abandoned;

    /** Who is told, on the client's thread. */
    interface Watcher {
        void opened(Link link);

        void message(Link link, Message message);

        void pong(Link link, String payload);

        void failed(Link link, String what);

        /** Said once, also when it never opened. @param code 1006 then */
        void closed(Link link, int code, String reason, boolean remote);
    }

    Link(SocketSettings settings, Map<String, String> moreHeaders, SerialThread thread, Watcher watcher) {
        // The draft needs something of this object before there is one.
        Runnable[] onRead = {() -> {}};
        super(settings.uri(), new LinkDraft(settings.subprotocols(), settings.maxFrameBytes(), () -> onRead[0].run()),
                settings.headers(), Math.toIntExact(settings.connectTimeout().toMillis()));
        onRead[0] = () -> lastReadAt = System.nanoTime();
        this.thread = thread;
        this.watcher = watcher;
        moreHeaders.forEach(this::addHeader);
        setDaemon(true);
        setTcpNoDelay(true);
        // Off: Liveness does it, with less than whole seconds and without a thread of its own.
        setConnectionLostTimeout(0);
        // Made here and not by the library while it connects, so that there is something to close from the first moment on.
        setSocket(settings.uri().getScheme().equals("wss") ? tls(settings.tls()) : new Socket());
    }

    private static Socket tls(@Nullable SSLContext context) {
        try {
            return (context == null ? SSLContext.getDefault() : context).getSocketFactory().createSocket();
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /**
     * Shakes hands here, on the one thread that connects. Left to the library's reading and writing threads it fails in both of them at once,
     * and the one that only finds the socket closed may end the connection before the other has said why.
     */
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        super.onSetSSLParameters(parameters);
        if (getSocket() instanceof SSLSocket socket) {
            socket.setSSLParameters(parameters);
            try {
                socket.startHandshake();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Hands a message over, if there is room and the connection is open. */
    boolean offer(Message message) {
        return ROOM.isIn(getConnection()) && ifOpen(() -> {
            switch (message) {
                case Message.Text(String text) -> send(text);
                case Message.Binary(byte[] bytes) -> send(bytes);
            }
        });
    }

    /** Sends a Ping (RFC 6455 §5.5.2) after all that was handed over. */
    boolean ping(String payload) {
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.US_ASCII)));
        return ifOpen(() -> sendFrame(ping));
    }

    private static boolean ifOpen(Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (WebsocketNotConnectedException _) {
            return false;
        }
    }

    /** For how long nothing has come from the peer; zero while this side is the one that does not read. */
    long silentNanos() {
        return gate.blocked() ? 0 : System.nanoTime() - lastReadAt;
    }

    /** Nothing more is wanted from it. */
    void abandon() {
        abandoned = true;
        gate.open();
    }

    /** Ends the TCP connection at once with RST, which also frees a thread that is stuck in writing. */
    void terminate() {
        abandon();
        Socket socket = getSocket();
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            LOG.debug("A client's socket could not be closed", e);
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        opened = true;
        lastReadAt = System.nanoTime();
        if (abandoned) {
            terminate();
        } else {
            thread.run(() -> watcher.opened(this));
        }
    }

    @Override
    public void onMessage(String message) {
        pass(new Message.Text(message));
    }

    @Override
    public void onMessage(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        pass(new Message.Binary(bytes));
    }

    private void pass(Message message) {
        if (abandoned) {
            return;
        }
        int size = message.size();
        gate.enter(size);
        lastReadAt = System.nanoTime();
        thread.run(() -> {
            try {
                watcher.message(this, message);
            } finally {
                gate.leave(size);
            }
        });
    }

    /** Answers within the bounds; the library would let pongs pile up for a peer that does not read. */
    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        if (ROOM.isIn(getConnection())) {
            ifOpen(() -> sendFrame(new PongFrame((PingFrame) ping)));
        }
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        String payload = StandardCharsets.US_ASCII.decode(pong.getPayloadData().duplicate()).toString();
        thread.run(() -> watcher.pong(this, payload));
    }

    @Override
    public void onError(Exception error) {
        String what = String.valueOf(error instanceof UncheckedIOException unchecked ? unchecked.getCause() : error);
        thread.run(() -> watcher.failed(this, what));
    }

    /** The library has negative codes of its own for connections that never were, and calls refused upgrades 1002. */
    @Override
    public void onClose(int code, String reason, boolean remote) {
        int shown = opened && code > 0 ? code : CloseFrame.ABNORMAL_CLOSE;
        String why = reason == null ? "" : reason;
        thread.run(() -> watcher.closed(this, shown, why, remote));
    }
}
