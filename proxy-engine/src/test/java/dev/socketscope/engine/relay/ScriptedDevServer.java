package dev.socketscope.engine.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves files with entity tags and accepts upgrades, as Vite does; can be stopped and started again on its port. */
final class ScriptedDevServer implements AutoCloseable {
    final Map<String, String> files = new ConcurrentHashMap<>();
    final BlockingQueue<Raw> sockets = new LinkedBlockingQueue<>();
    private final List<Raw> accepted = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile String token = "token-one";
    volatile String protocol = "vite-hmr";
    /** Whether files are served as by Parcel: without entity tags, always to be asked for again. */
    volatile boolean parcel;
    /** Whether files are answered with 500. */
    volatile boolean broken;
    /** Whether upgrades are accepted; files are served in any case. */
    volatile boolean accepting = true;
    final AtomicInteger refused = new AtomicInteger();
    private ServerSocket listening = Raw.listen();

    ScriptedDevServer() {
        serve(listening);
    }

    int port() {
        return listening.getLocalPort();
    }

    void stop() throws IOException {
        listening.close();
    }

    void restart() throws IOException {
        listening = new ServerSocket(listening.getLocalPort(), 200, InetAddress.getLoopbackAddress());
        serve(listening);
    }

    /** The next WebSocket that was accepted. */
    Raw socket() {
        try {
            Raw next = sockets.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no upgrade came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> talk(new Raw(socket)));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void talk(Raw peer) {
        try {
            String head = peer.head();
            while (!upgraded(peer, head)) {
                answer(peer, head);
                head = peer.head();
            }
        } catch (AssertionError | RuntimeException e) {
            peer.close();
        }
    }

    private boolean upgraded(Raw peer, String head) {
        if (!head.toLowerCase(java.util.Locale.ROOT).contains("upgrade: websocket")) {
            return false;
        }
        if (!accepting) {
            refused.incrementAndGet();
            peer.send("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        if (head.contains("token=") && !head.contains("token=" + token + " ")) {
            peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        String key = head.lines()
                .filter(l -> l.regionMatches(true, 0, "Sec-WebSocket-Key: ", 0, 19))
                .findFirst()
                .orElseThrow()
                .substring(19);
        peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n")
                + "Sec-WebSocket-Accept: " + dev.socketscope.engine.ws.HandshakeRules.accept(key) + "\r\n\r\n");
        accepted.add(peer);
        sockets.add(peer);
        return true;
    }

    private void answer(Raw peer, String head) {
        String target = head.split(" ")[1];
        requests.add(target);
        String path = target.replaceFirst("[?].*", "");
        String body = path.equals("/@vite/client") ? "const wsToken = \"" + token + "\";" : files.get(path);
        if (broken && !path.startsWith("/__")) {
            peer.send("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        if (body == null) {
            peer.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        if (parcel) {
            serve(peer, path, body, "Cache-Control: max-age=0, must-revalidate\r\n"
                    + "Last-Modified: Thu, 26 Nov 2026 08:40:28 GMT\r\n");
            return;
        }
        String etag = "W/\"" + Integer.toHexString(body.hashCode()) + "\"";
        if (head.contains("If-None-Match: " + etag)) {
            peer.send("HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n");
            return;
        }
        serve(peer, path, body, "ETag: " + etag + "\r\n");
    }

    private static void serve(Raw peer, String path, String body, String headers) {
        String type = typeOf(path);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        peer.send("HTTP/1.1 200 OK\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + headers
                + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    /** Empty for what is no file. */
    private static String typeOf(String path) {
        if (path.startsWith("/__")) {
            return "";
        }
        return path.endsWith(".css") ? "text/css" : path.equals("/") ? "text/html" : "text/javascript";
    }

    @Override
    public void close() throws IOException {
        listening.close();
        accepted.forEach(Raw::close);
    }
}
