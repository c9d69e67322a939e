package dev.socketscope.engine.relay;

import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A WebSocket server that we did not write: Java-WebSocket, echoing. */
class PeerServer extends WebSocketServer implements AutoCloseable {
    record Closed(int code, String reason, boolean remote) {}

    final List<Object> received = new CopyOnWriteArrayList<>();
    final List<ClientHandshake> handshakes = new CopyOnWriteArrayList<>();
    final List<Closed> closed = new CopyOnWriteArrayList<>();
    final List<String> pings = new CopyOnWriteArrayList<>();
    final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Map<WebSocket, Closed> closing = new ConcurrentHashMap<>();
    private final CountDownLatch started = new CountDownLatch(1);

    PeerServer(Draft... drafts) {
        super(new InetSocketAddress("127.0.0.1", 0), 1, List.of(drafts));
        setReuseAddr(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
    }

    static PeerServer running(Draft... drafts) {
        return new PeerServer(drafts).launch();
    }

    PeerServer launch() {
        start();
        try {
            if (!started.await(5, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** The first socket, as soon as it is there: the library sends its 101 before it tells of a socket. */
    WebSocket first() {
        return await().until(() -> sockets.stream().findFirst(), Optional::isPresent).orElseThrow();
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        handshakes.add(handshake);
        sockets.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        received.add(message);
        socket.send(message);
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {
        received.add(message.remaining());
        socket.send(message);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        pings.add(new String(frame.getPayloadData().array(), java.nio.charset.StandardCharsets.UTF_8));
        super.onWebsocketPing(socket, frame);
    }

    /**
     * A Close frame has come or is sent. The library answers one before it notes its code, and calls the end 1006 when the answer brings
     * the FIN sooner than that.
     */
    @Override
    public void onClosing(WebSocket socket, int code, String reason, boolean remote) {
        closing.put(socket, new Closed(code, reason, remote));
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Closed byFrame = closing.remove(socket);
        closed.add(byFrame == null ? new Closed(code, reason, remote) : byFrame);
    }

    @Override
    public void onError(WebSocket socket, Exception error) {}

    @Override
    public void close() {
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
