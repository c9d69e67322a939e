package dev.socketscope.engine.client;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

/** One WebSocket of a {@link WebSocketDialer}, from dialling to its end. Tells of it on the library's reading thread. */
final class DialSocket extends WebSocketClient implements Dialed {
    private static final Logger LOG = LoggerFactory.getLogger(DialSocket.class);
    private static final SendRoom ROOM = new SendRoom(1_000, 32L << 20);
    private static final int TLS_PORT = 443;

    private final DialTarget target;
    private final Consumer<DialEvent> told;
    private final AtomicReference<DialEvent.@Nullable Answer> answer;
    private volatile boolean opened;
    /** Whether this side began to end it. */
    private volatile boolean ending;
    private volatile String trouble = "";

    DialSocket(DialTarget target, Consumer<DialEvent> told) {
        AtomicReference<DialEvent.@Nullable Answer> answer = new AtomicReference<>();
        super(target.uri(), new DialDraft(target, answer::set),
                target.headers().stream().collect(Collectors.toMap(Header::name, Header::value)),
                Math.toIntExact(target.timeout().toMillis()));
        this.target = target;
        this.told = told;
        this.answer = answer;
        setDaemon(true);
        setTcpNoDelay(true);
        // Off: nobody but the person pings, and a silent peer is worth looking at.
        setConnectionLostTimeout(0);
        // Made here and not by the library while it connects, so that there is something to close from the first moment on.
        setSocket("wss".equalsIgnoreCase(target.uri().getScheme()) ? tls(target.anyCertificate()) : new Socket());
    }

    private static Socket tls(boolean anyCertificate) {
        try {
            SSLContext context = anyCertificate ? AnyCertificate.context() : SSLContext.getDefault();
            return context.getSocketFactory().createSocket();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /**
     * The library would begin TLS by reading and writing at once, and tell of the end before, or without, what went wrong with the
     * certificate.
     */
    @Override
    public void run() {
        try {
            secure();
        } catch (IOException e) {
            onError(e);
            onClose(CloseFrame.NEVER_CONNECTED, "", false);
            return;
        }
        super.run();
    }

    private void secure() throws IOException {
        if (getSocket() instanceof SSLSocket tls) {
            int port = target.uri().getPort();
            tls.connect(new InetSocketAddress(target.uri().getHost(), port < 0 ? TLS_PORT : port),
                    Math.toIntExact(target.timeout().toMillis()));
            SSLParameters parameters = tls.getSSLParameters();
            onSetSSLParameters(parameters);
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }

    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        if (!target.anyCertificate()) {
            super.onSetSSLParameters(parameters);
        }
    }

    @Override
    public boolean send(Opcode opcode, byte[] payload) {
        if (!ROOM.isIn(getConnection())) {
            return false;
        }
        try {
            switch (opcode) {
                case TEXT -> send(new String(payload, StandardCharsets.UTF_8));
                case BINARY -> send(payload);
                case PING -> sendFrame(filled(new PingFrame(), payload));
                case PONG -> sendFrame(filled(new PongFrame(), payload));
                case CONTINUATION, CLOSE, RESERVED ->
                    throw new IllegalArgumentException(opcode + ": expected a whole message, a Ping or a Pong");
            }
            return true;
        } catch (WebsocketNotConnectedException _) {
            return false;
        }
    }

    private static Framedata filled(org.java_websocket.framing.ControlFrame frame, byte[] payload) {
        frame.setPayload(ByteBuffer.wrap(payload));
        return frame;
    }

    @Override
    public void close(int code, String reason) {
        if (isOpen()) {
            ending = true;
            super.close(code, reason);
        }
    }

    @Override
    public void drop() {
        end("given up");
    }

    /** The time to connect is over. */
    void tooLate() {
        if (!opened) {
            end("no answer to the upgrade within " + target.timeout().toMillis() + " ms");
        }
    }

    private void end(String why) {
        if (trouble.isEmpty()) {
            trouble = why;
        }
        ending = true;
        try {
            getSocket().close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        opened = true;
        DialEvent.Answer its = answer.get();
        if (its != null) {
            told.accept(new DialEvent.Opened(its));
        }
    }

    @Override
    public void onMessage(String message) {
        told.accept(new DialEvent.Received(Opcode.TEXT, message.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onMessage(ByteBuffer message) {
        told.accept(new DialEvent.Received(Opcode.BINARY, bytes(message)));
    }

    /** Answers only while there is room; the library would let Pongs pile up for a peer that does not read. */
    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        byte[] payload = bytes(ping.getPayloadData().duplicate());
        told.accept(new DialEvent.Received(Opcode.PING, payload));
        send(Opcode.PONG, payload);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        told.accept(new DialEvent.Received(Opcode.PONG, bytes(pong.getPayloadData().duplicate())));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public void onError(Exception error) {
        if (trouble.isEmpty()) {
            trouble = words(error);
        }
    }

    private static String words(Exception error) {
        String message = error.getMessage();
        return error instanceof UnknownHostException ? "there is no host " + message
                : message == null ? error.getClass().getSimpleName() : message;
    }

    /** The library has negative codes of its own for connections that never were, and calls refused upgrades 1002. */
    @Override
    public void onClose(int code, String reason, boolean remote) {
        String said = reason == null || reason.isEmpty() ? trouble : reason;
        DialEvent.Answer its = answer.get();
        if (opened) {
            told.accept(new DialEvent.Closed(code > 0 ? code : CloseInfo.ABNORMAL, said, remote && !ending));
        } else if (its != null) {
            told.accept(new DialEvent.Refused(its, said));
        } else {
            told.accept(new DialEvent.Failed(trouble.isEmpty() ? said : trouble));
        }
    }
}
