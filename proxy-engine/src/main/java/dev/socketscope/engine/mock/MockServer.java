package dev.socketscope.engine.mock;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Performance;
import dev.socketscope.engine.conversation.Sameness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts WebSockets at any path and plays to each what was recorded. Any thread. */
public final class MockServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MockServer.class);
    private static final int START_SECONDS = 10;
    private static final int STOP_MILLIS = 500;

    private final Server server;

    private MockServer(Server server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param listen port 0 picks a free one
     * @param script what is played to each client; its subprotocol is agreed to when a client offers it
     * @param each gets what came of a client, on a thread of that client
     * @throws IOException when it cannot listen there
     */
    public static MockServer start(InetSocketAddress listen, Conversation script, Pace pace, Sameness sameness,
            Consumer<Outcome> each) throws IOException {
        Server server = new Server(listen, script.subprotocol(),
                () -> new Performance(script, Direction.TO_CLIENT, pace, sameness), each);
        server.start();
        server.awaitStart();
        return new MockServer(server);
    }

    /** With the port that was really taken. */
    public InetSocketAddress address() {
        return new InetSocketAddress(server.getAddress().getAddress(), server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Client(WebSocket socket) implements Performance.Voice {
        @Override
        public boolean say(Opcode opcode, byte[] bytes) {
            try {
                if (opcode == Opcode.TEXT) {
                    socket.send(new String(bytes, StandardCharsets.UTF_8));
                } else {
                    socket.send(bytes);
                }
                return true;
            } catch (WebsocketNotConnectedException _) {
                return false;
            }
        }

        @Override
        public void close(int code, String reason) {
            socket.close(code, reason);
        }
    }

    private static final class Server extends WebSocketServer {
        private final Supplier<Performance> next;
        private final Consumer<Outcome> each;
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile @Nullable Exception failure;

        Server(InetSocketAddress listen, @Nullable String subprotocol, Supplier<Performance> next,
                Consumer<Outcome> each) {
            super(listen, 1, List.of(draft(subprotocol)));
            this.next = next;
            this.each = each;
            setReuseAddr(true);
            setDaemon(true);
            setTcpNoDelay(true);
            // Off: a client that does not answer pings is to be heard all the same.
            setConnectionLostTimeout(0);
        }

        private static Draft draft(@Nullable String subprotocol) {
            IProtocol none = new Protocol("");
            return new Draft_6455(List.of(new PerMessageDeflateExtension()),
                    subprotocol == null ? List.of(none) : List.of(new Protocol(subprotocol), none));
        }

        void awaitStart() throws IOException {
            try {
                if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("the server did not start within " + START_SECONDS + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the server was starting", e);
            }
            Exception trouble = failure;
            if (trouble != null) {
                throw new IOException(trouble.getMessage(), trouble);
            }
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            Performance performance = next.get();
            socket.setAttachment(performance);
            Thread.ofVirtual().name("mock").start(() -> play(performance, socket));
        }

        private void play(Performance performance, WebSocket socket) {
            try {
                each.accept(performance.play(new Client(socket)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            heard(socket, Opcode.TEXT, message.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void onMessage(WebSocket socket, ByteBuffer message) {
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            heard(socket, Opcode.BINARY, bytes);
        }

        private static void heard(WebSocket socket, Opcode opcode, byte[] bytes) {
            Performance performance = socket.getAttachment();
            if (performance != null) {
                performance.heard(opcode, bytes);
            }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            Performance performance = socket.getAttachment();
            if (performance != null) {
                performance.ended(code, remote);
            }
        }

        @Override
        public void onError(@Nullable WebSocket socket, Exception error) {
            if (socket == null) {
                failure = error;
                started.countDown();
            }
            LOG.debug("A socket of the mock failed: {}", error.getMessage());
        }

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
