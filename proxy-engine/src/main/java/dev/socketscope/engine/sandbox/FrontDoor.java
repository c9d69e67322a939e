package dev.socketscope.engine.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts on the public address, looks at the head of a connection's first request and hands the connection, bytes untouched,
 * to the page server or to the socket server. One virtual thread per direction; no more than {@value #MAX_CONNECTIONS}
 * connections at a time, further ones get 503.
 */
final class FrontDoor implements AutoCloseable {
    static final int MAX_CONNECTIONS = 1_024;
    static final Duration HEAD_TIMEOUT = Duration.ofSeconds(10);
    private static final int BACKLOG = 128;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int LAST_WORDS_MILLIS = 300;
    private static final int DRAIN_MILLIS = 200;
    private static final int DRAIN_BYTES = 256 * 1024;
    private static final long PAUSE_AFTER_FAILED_ACCEPT = Duration.ofMillis(50).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final ServerSocket listener;
    private final InetSocketAddress pages;
    private final InetSocketAddress sockets;
    private final List<String> socketPaths;
    private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    FrontDoor(InetSocketAddress listen, InetSocketAddress pages, InetSocketAddress sockets, List<String> socketPaths)
            throws IOException {
        this.pages = pages;
        this.sockets = sockets;
        this.socketPaths = socketPaths;
        listener = new ServerSocket();
        try {
            listener.bind(listen, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        Thread.ofVirtual().name("sandbox-accept").start(this::acceptAll);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    void stopAccepting() {
        quietly(listener);
    }

    /** Lets what the servers behind have said reach the clients, but does not wait for clients that will not end. */
    @Override
    public void close() {
        stopAccepting();
        try {
            if (!places.tryAcquire(MAX_CONNECTIONS, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("{} connections to the sandbox had to be cut", MAX_CONNECTIONS - places.availablePermits());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        open.forEach(FrontDoor::quietly);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().name("sandbox-connection").start(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("The sandbox could not accept a connection: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_AFTER_FAILED_ACCEPT);
                }
            }
        }
    }

    private void serve(Socket client) {
        boolean placed = places.tryAcquire();
        try (client) {
            open.add(client);
            // The client may vanish without a FIN; nothing above TCP looks for that here (see SocketServer).
            client.setKeepAlive(true);
            if (!placed) {
                answer(client, "503 Service Unavailable", "The sandbox serves " + MAX_CONNECTIONS + " connections.\n");
            } else if (!listener.isClosed()) {
                dispatch(client);
            }
        } catch (IOException e) {
            LOG.debug("A connection to the sandbox ended: {}", e.getMessage());
        } finally {
            open.remove(client);
            if (placed) {
                places.release();
            }
        }
    }

    private void dispatch(Socket client) throws IOException {
        switch (RequestHead.read(client, HEAD_TIMEOUT)) {
            case RequestHead.Complete head -> forward(client, head);
            case RequestHead.TooLarge _ -> answer(client, "431 Request Header Fields Too Large",
                    "The request's head is longer than " + RequestHead.MAX_BYTES + " bytes.\n");
            case RequestHead.TooSlow _ -> answer(client, "408 Request Timeout",
                    "The request's head did not arrive within " + HEAD_TIMEOUT.toSeconds() + " s.\n");
            case RequestHead.Absent _ -> LOG.trace("A connection to the sandbox asked for nothing");
        }
    }

    private void forward(Socket client, RequestHead.Complete head) throws IOException {
        boolean toSockets = head.webSocket() && socketPaths.contains(head.path());
        try (Socket backend = new Socket()) {
            open.add(backend);
            try {
                backend.connect(toSockets ? sockets : pages, CONNECT_TIMEOUT_MILLIS);
                Splice.run(client, backend, head.bytes());
            } finally {
                open.remove(backend);
            }
        }
    }

    private static void answer(Socket client, String status, String body) throws IOException {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + text.length
                + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(text);
        client.shutdownOutput();
        drain(client);
    }

    /** Closing over unread bytes would reset the connection and could take the answer with it. */
    private static void drain(Socket client) throws IOException {
        client.setSoTimeout(DRAIN_MILLIS);
        try {
            client.getInputStream().skipNBytes(DRAIN_BYTES);
        } catch (SocketTimeoutException | EOFException _) {
            // All that had to be read has been read.
        }
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.trace("Closing failed", e);
        }
    }
}
