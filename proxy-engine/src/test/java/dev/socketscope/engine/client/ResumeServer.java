package dev.socketscope.engine.client;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * A server that resumes sessions as the engine does, without an engine: what clients are tested against. All sessions share the
 * server's lock; messages kept for a client have no bound. A client that gives no token talks without being counted.
 */
public final class ResumeServer extends WebSocketServer implements AutoCloseable {
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final BiConsumer<Session, Object> onMessage;

    /** A client's session, over any number of connections. Messages are strings and lists of bytes. */
    public final class Session {
        private final List<Object> received = new ArrayList<>();
        private final Deque<Object> kept = new ArrayDeque<>();
        private long forgottenByClient;
        private @Nullable WebSocket socket;
        private int arrivals;

        /** Everything that the client has sent in this session. */
        public List<Object> received() {
            synchronized (ResumeServer.this) {
                return List.copyOf(received);
            }
        }

        /** Sends now, or as soon as the client is back. */
        public void send(Object message) {
            synchronized (ResumeServer.this) {
                kept.add(message);
                transmit(socket, message);
                ResumeServer.this.notifyAll();
            }
        }

        private void take(WebSocket from, Object message) {
            // What an earlier connection delivers late was not counted when the client came back, and comes again.
            if (socket == from) {
                received.add(message);
                onMessage.accept(this, message);
            }
        }

        private boolean canResumeAfter(long count) {
            return count >= forgottenByClient && count <= forgottenByClient + kept.size();
        }

        private void moveTo(@Nullable WebSocket to, long clientHas) {
            WebSocket earlier = socket;
            socket = to;
            arrivals++;
            ResumeServer.this.notifyAll();
            if (earlier != null) {
                earlier.closeConnection(1006, "the client is back on another connection");
            }
            for (; forgottenByClient < clientHas; forgottenByClient++) {
                kept.remove();
            }
        }

        private void resume(WebSocket to, String how, long clientHas) {
            moveTo(to, clientHas);
            transmit(to, "{\"type\":\"resumed\",\"session\":\"" + how + "\",\"received\":" + received.size() + "}");
            kept.forEach(message -> transmit(to, message));
        }
    }

    private ResumeServer(int port, BiConsumer<Session, Object> onMessage) {
        super(new InetSocketAddress("127.0.0.1", port), 2);
        this.onMessage = onMessage;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
    }

    /** A server on a free port. @param onMessage called under the server's lock */
    public static ResumeServer start(BiConsumer<Session, Object> onMessage) {
        return start(0, onMessage);
    }

    static ResumeServer start(int port, BiConsumer<Session, Object> onMessage) {
        return start(port, onMessage, new DefaultWebSocketServerFactory());
    }

    static ResumeServer start(int port, BiConsumer<Session, Object> onMessage, WebSocketServerFactory transport) {
        ResumeServer server = new ResumeServer(port, onMessage);
        server.setWebSocketFactory(transport);
        server.start();
        try {
            if (!server.started.await(5, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        // The library may forget to write what is handed over while it finishes writing something else.
        server.flusher.scheduleWithFixedDelay(server::flushForgotten, 5, 5, TimeUnit.MILLISECONDS);
        return server;
    }

    private void flushForgotten() {
        for (WebSocket socket : getConnections()) {
            if (socket.hasBufferedData() || socket.isFlushAndClose()) {
                onWriteDemand(socket);
            }
        }
    }

    /** Path and query of every upgrade so far. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** All sessions, the oldest first. */
    public synchronized List<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Loses all sessions, as an engine whose bounds are reached. */
    public synchronized void forget() {
        forgotten.addAll(sessions.keySet());
        sessions.clear();
    }

    /** Ends all connections without a Close frame. */
    public void cutAll() {
        getConnections().forEach(socket -> socket.closeConnection(1006, "cut"));
    }

    /** Ends all connections with a Close frame. */
    public void closeAll(int code, String reason) {
        List.copyOf(getConnections()).forEach(socket -> socket.close(code, reason));
    }

    @Override
    public synchronized void onOpen(WebSocket socket, ClientHandshake request) {
        requests.add(request.getResourceDescriptor());
        Optional<String> token = parameter(request, "_resume", "Socketscope-Resume");
        if (token.isEmpty()) {
            Session plain = new Session();
            plain.socket = socket;
            socket.setAttachment(plain);
            sessions.put("plain " + sessions.size(), plain);
            return;
        }
        long clientHas = parameter(request, "_received", "Socketscope-Received").map(Long::parseLong).orElseThrow();
        Found found = find(token.get(), clientHas);
        socket.setAttachment(found.session());
        found.session().resume(socket, found.how(), found.clientHas());
    }

    private record Found(Session session, String how, long clientHas) {}

    private Found find(String token, long clientHas) {
        Session known = sessions.get(token);
        if (known != null && known.canResumeAfter(clientHas)) {
            return new Found(known, "same", clientHas);
        }
        Session fresh = new Session();
        sessions.put(token, fresh);
        return new Found(fresh, known != null || forgotten.contains(token) ? "lost" : "new", 0);
    }

    /** What a client that polls gets: how its session stands, and what waits for it. */
    public record Polled(String session, int received, List<Object> messages) {}

    /**
     * A client polls instead of being connected. When it did so before and nothing waits for it, the answer waits until something
     * does. A poll whose client has come again meanwhile, in whichever way, changes nothing any more: nobody may read its answer.
     */
    public synchronized Polled poll(String token, long clientHas, Duration patience) {
        Found found = find(token, clientHas);
        Session session = found.session();
        boolean polled = session.arrivals > 0 && session.socket == null;
        session.moveTo(null, found.clientHas());
        if (polled) {
            awaitMessage(session, System.nanoTime() + patience.toNanos());
        }
        return new Polled(found.how(), session.received.size(), List.copyOf(session.kept));
    }

    private void awaitMessage(Session session, long deadline) {
        int arrival = session.arrivals;
        long left = patience(deadline);
        while (session.kept.isEmpty() && session.arrivals == arrival && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            left = patience(deadline);
        }
    }

    private static long patience(long deadline) {
        return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }

    /** A client that polls sends. @param from how many messages came before these. @return how many have arrived */
    public synchronized int post(String token, int from, List<Object> messages) {
        Session session = sessions.get(token);
        if (session == null) {
            return 0;
        }
        for (Object message : messages.subList(Math.max(0, session.received.size() - from), messages.size())) {
            session.received.add(message);
            onMessage.accept(session, message);
        }
        return session.received.size();
    }

    private static Optional<String> parameter(ClientHandshake request, String name, String header) {
        if (request.hasFieldValue(header)) {
            return Optional.of(request.getFieldValue(header));
        }
        String target = request.getResourceDescriptor();
        return Arrays.stream(target.substring(target.indexOf('?') + 1).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    @Override
    public synchronized void onMessage(WebSocket socket, String message) {
        take(socket, message);
    }

    @Override
    public synchronized void onMessage(WebSocket socket, ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        take(socket, boxed(bytes));
    }

    private static void take(WebSocket socket, Object message) {
        Session session = socket.getAttachment();
        if (session != null) {
            session.take(socket, message);
        }
    }

    /** Bytes with a sensible {@code equals}. */
    static List<Byte> boxed(byte[] bytes) {
        List<Byte> list = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }

    private static void transmit(@Nullable WebSocket socket, Object message) {
        if (socket == null) {
            return;
        }
        try {
            if (message instanceof List<?> bytes) {
                byte[] plain = new byte[bytes.size()];
                for (int i = 0; i < plain.length; i++) {
                    plain[i] = (Byte) bytes.get(i);
                }
                socket.send(plain);
            } else {
                socket.send((String) message);
            }
        } catch (WebsocketNotConnectedException _) {
            // It is kept, for when the client is back.
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {}

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public Collection<WebSocket> getConnections() {
        return List.copyOf(super.getConnections());
    }

    @Override
    public void close() {
        flusher.shutdownNow();
        try {
            stop(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
