package dev.socketscope.engine.sandbox;

import dev.socketscope.engine.sandbox.Endpoint.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sandbox's WebSockets: one Java-WebSocket server on a loopback port of its own, behind the front door. */
final class SocketServer extends WebSocketServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final int WORKERS = 2;
    private static final int START_SECONDS = 5;
    private static final int STOP_MILLIS = 200;
    private static final String STOPPING = "the sandbox is stopping";
    private static final Duration LAST_WORDS = Duration.ofMillis(250);
    private static final Duration FORGOTTEN = Duration.ofMillis(50);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Map<String, Endpoint> endpoints;
    private final List<String> paths;
    private final Timer timer;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile @Nullable Exception startFailure;

    private SocketServer(List<Endpoint> endpoints, Timer timer) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WORKERS, drafts());
        this.endpoints = endpoints.stream().collect(Collectors.toMap(Endpoint::path, Function.identity()));
        this.paths = endpoints.stream().map(Endpoint::path).toList();
        this.timer = timer;
        setDaemon(true);
        setTcpNoDelay(true);
        // Off: this timer would cut a client that does not answer pings, and hide from whoever breaks a connection on purpose
        // what the relay in between makes of it. Clients that vanish are noticed by TCP keep-alive at the front door.
        setConnectionLostTimeout(0);
    }

    private static List<Draft> drafts() {
        return List.of(SandboxDraft.plain(), SandboxDraft.compressing(EchoEndpoint.PATH));
    }

    static SocketServer start(Project project, long seed) throws IOException {
        Timer timer = new Timer();
        SocketServer server = new SocketServer(List.of(new HmrEndpoint(project, timer, seed), new EchoEndpoint(),
                new TelemetryEndpoint(timer, seed), new GraphQlEndpoint(timer, seed), new SocketIoEndpoint(timer)),
                timer);
        server.start();
        server.awaitStart();
        timer.every(FORGOTTEN, server::flushForgotten);
        return server;
    }

    private void awaitStart() throws IOException {
        try {
            if (!started.await(START_SECONDS, TimeUnit.SECONDS) || startFailure != null) {
                close();
                throw new IOException("the sandbox's socket server did not start", startFailure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the sandbox's socket server was starting", e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), getPort());
    }

    List<String> paths() {
        return paths;
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket socket, Draft draft,
            ClientHandshake request) throws InvalidDataException {
        Endpoint endpoint = endpoints.get(pathOf(request));
        if (endpoint == null) {
            throw new InvalidDataException(CloseFrame.REFUSE, "no socket at " + pathOf(request));
        }
        ServerHandshakeBuilder response = super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
        endpoint.subprotocol(offeredBy(request)).ifPresent(p -> response.put("Sec-WebSocket-Protocol", p));
        return response;
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
        Endpoint endpoint = endpoints.get(pathOf(request));
        String target = request.getResourceDescriptor();
        int mark = target.indexOf('?');
        // The library closes under this lock, from another thread: either the session is there by then, or it never begins.
        synchronized (socket) {
            if (endpoint != null && !socket.isClosed()) {
                socket.setAttachment(endpoint.open(socket, mark < 0 ? "" : target.substring(mark + 1),
                        endpoint.subprotocol(offeredBy(request)).orElse("")));
            }
        }
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        Session session = socket.getAttachment();
        if (session != null) {
            session.text(message);
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {
        Session session = socket.getAttachment();
        if (session != null) {
            session.binary(message);
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Session session = socket.getAttachment();
        if (session != null) {
            session.closed();
        }
    }

    /** Answers within the outbox's bounds; the library would let pongs pile up for a client that does not read. */
    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        new Outbox(socket).send(() -> socket.sendFrame(new PongFrame((PingFrame) ping)));
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null) {
            startFailure = error;
            started.countDown();
        }
        LOG.debug("A socket of the sandbox failed: {}", error.getMessage());
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    /**
     * The library has a gap: its selector thread may forget about a message that another thread hands over while it finishes
     * writing the one before. Looking after such messages here makes the gap a delay of at most {@link #FORGOTTEN}.
     */
    private void flushForgotten() {
        for (WebSocket socket : getConnections()) {
            if (socket.hasBufferedData() || socket.isFlushAndClose()) {
                onWriteDemand(socket);
            }
        }
    }

    @Override
    public void close() {
        timer.close();
        Collection<WebSocket> open = getConnections();
        open.forEach(socket -> socket.close(CloseFrame.GOING_AWAY, STOPPING));
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        while (!getConnections().isEmpty() && System.nanoTime() < deadline) {
            flushForgotten();
            LockSupport.parkNanos(POLL.toNanos());
        }
        try {
            stop(STOP_MILLIS, STOPPING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        // stop() ends the threads but leaves channels open whose close handshake was not finished.
        open.forEach(socket -> socket.closeConnection(CloseFrame.GOING_AWAY, STOPPING));
    }

    private static String pathOf(ClientHandshake request) {
        String target = request.getResourceDescriptor();
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static List<String> offeredBy(ClientHandshake request) {
        return Stream.of(request.getFieldValue("Sec-WebSocket-Protocol").split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }
}
