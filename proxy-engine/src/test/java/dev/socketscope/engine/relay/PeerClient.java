package dev.socketscope.engine.relay;

import static org.awaitility.Awaitility.await;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that we did not write: Java-WebSocket, remembering. */
class PeerClient extends WebSocketClient implements AutoCloseable {
    final List<Object> received = new CopyOnWriteArrayList<>();
    final List<PeerServer.Closed> ended = new CopyOnWriteArrayList<>();
    final List<String> pongs = new CopyOnWriteArrayList<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile @Nullable Thread writer;

    PeerClient(URI uri, Draft draft, Map<String, String> headers) {
        super(uri, draft, headers, 5_000);
        setSocket(new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Watched(super.getInputStream());
            }

            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Written(super.getOutputStream());
            }
        });
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
    }

    /** Knows when frames are waited for. */
    private final class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (isOpen()) {
                reading.countDown();
            }
            return super.read(into, offset, length);
        }
    }

    /** Knows which thread writes. */
    private final class Written extends FilterOutputStream {
        Written(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            writer = Thread.currentThread();
            out.write(from, offset, length);
        }
    }

    static PeerClient connected(URI uri) {
        return connected(uri, new Draft_6455());
    }

    static PeerClient connected(URI uri, Draft draft) {
        PeerClient client = new PeerClient(uri, draft, Map.of());
        client.connectNow();
        if (!client.isOpen()) {
            throw new AssertionError("not connected: " + client.ended);
        }
        return client;
    }

    /** The library does not wait for the answer to a Close frame that it sends before its reader has come to wait for frames. */
    boolean connectNow() {
        try {
            return connectBlocking(10, TimeUnit.SECONDS) && reading.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Waits until everything is written. While its writer is still on its way back from one frame, the library loses the next one
     * when that is the Close frame with which it fails the connection.
     */
    PeerClient quiet() {
        await().until(() -> writer instanceof Thread thread && thread.getState() == Thread.State.WAITING);
        return this;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String message) {
        received.add(message);
    }

    @Override
    public void onMessage(ByteBuffer message) {
        received.add(message.remaining());
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
        pongs.add(new String(frame.getPayloadData().array(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        ended.add(new PeerServer.Closed(code, reason, remote));
    }

    @Override
    public void onError(Exception error) {}
}
