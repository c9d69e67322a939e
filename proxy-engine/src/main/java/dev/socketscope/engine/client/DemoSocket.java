package dev.socketscope.engine.client;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket of the demo. Tells its visitor what happens, on the library's threads. */
final class DemoSocket extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSocket.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_MESSAGE_BYTES = 16 << 20;
    private static final int MAX_WAITING_FRAMES = 64;
    private static final int COMPRESSION_THRESHOLD = 128;

    private final Watcher watcher;

    /** Who is told what happens. */
    interface Watcher {
        void opened(DemoSocket socket);

        void text(DemoSocket socket, String message);

        void binary(DemoSocket socket, ByteBuffer message);

        /** Said once for every socket, also when it never opened. */
        void ended(DemoSocket socket);
    }

    DemoSocket(URI engine, DemoRole role, Watcher watcher) {
        super(URI.create(engine.toString().replaceFirst("^http", "ws") + role.target()), draft(role), role.headers(),
                CONNECT_TIMEOUT_MILLIS);
        this.watcher = watcher;
        setDaemon(true);
        setTcpNoDelay(true);
        // Off: pings every minute would end connections whose pongs a person holds back on purpose.
        setConnectionLostTimeout(0);
    }

    private static Draft_6455 draft(DemoRole role) {
        PerMessageDeflateExtension deflate = new PerMessageDeflateExtension();
        deflate.setThreshold(COMPRESSION_THRESHOLD);
        List<IExtension> extensions = role.compressed() ? List.of(deflate) : List.of();
        List<IProtocol> protocols = role.subprotocols().isEmpty()
                ? List.of(new Protocol(""))
                : role.subprotocols().stream().<IProtocol>map(Protocol::new).toList();
        return new Draft_6455(extensions, protocols, MAX_MESSAGE_BYTES);
    }

    void sendText(String text) {
        ifRoom(() -> send(text));
    }

    void sendBinary(byte[] bytes) {
        ifRoom(() -> send(bytes));
    }

    void sendPieces(String... pieces) {
        ifRoom(() -> {
            for (int i = 0; i < pieces.length; i++) {
                ByteBuffer piece = ByteBuffer.wrap(pieces[i].getBytes(StandardCharsets.UTF_8));
                sendFragmentedFrame(Opcode.TEXT, piece, i == pieces.length - 1);
            }
        });
    }

    private void ifRoom(Runnable sending) {
        WebSocket connection = getConnection();
        if (connection instanceof WebSocketImpl impl && impl.outQueue.size() > MAX_WAITING_FRAMES) {
            return;
        }
        try {
            sending.run();
        } catch (WebsocketNotConnectedException _) {
            LOG.trace("A demo client had something to say but the connection is gone");
        }
    }

    /** Ends the TCP connection at once; {@code ended} follows. */
    void drop() {
        Socket socket = getSocket();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.trace("A demo client's socket could not be closed", e);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        watcher.opened(this);
    }

    @Override
    public void onMessage(String message) {
        watcher.text(this, message);
    }

    @Override
    public void onMessage(ByteBuffer message) {
        watcher.binary(this, message);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        watcher.ended(this);
    }

    @Override
    public void onError(Exception error) {
        LOG.debug("A demo client met an error: {}", error.toString());
    }
}
