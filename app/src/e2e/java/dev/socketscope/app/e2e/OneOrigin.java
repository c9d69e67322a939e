package dev.socketscope.app.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One port for a page and its WebSockets, which are served by two; the way for WebSockets can be shut. */
final class OneOrigin implements AutoCloseable {
    private static final byte[] SHUT = "HTTP/1.1 503 Shut\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private final ServerSocket server;
    private final int page;
    private final int sockets;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    OneOrigin(int page, int sockets) {
        this.page = page;
        this.sockets = sockets;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    /** From now on every upgrade is refused, or none. */
    void shut(boolean refusing) {
        shut = refusing;
    }

    /** Ends all WebSockets without a word. */
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // The test is over.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] head = head(client.getInputStream());
            boolean upgrade = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
                    .contains("\r\nupgrade: websocket");
            if (upgrade && shut) {
                client.getOutputStream().write(SHUT);
                return;
            }
            if (upgrade) {
                open.add(client);
            }
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), upgrade ? sockets : page)) {
                target.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                target.getOutputStream().write(head);
                Thread.ofVirtual().start(() -> pump(target, client));
                copy(client, target);
            }
        } catch (IOException _) {
            // Either side has gone, and so does the other.
        } finally {
            open.remove(client);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no head");
            }
            head.write(b);
            ends = b == "\r\n\r\n".charAt(ends) ? ends + 1 : b == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            copy(from, to);
        } catch (IOException _) {
            // As above.
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        from.getInputStream().transferTo(out);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
