package dev.socketscope.engine.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Malformed handshakes and frames, repeatable by a seed, sent through an engine to an upstream that sends malformed frames back. */
final class HostileBytes {
    private static final String[] HEADS = {"GET / HTTP/1.1\r\nHost: a\r\n", "GET /%zz HTTP/1.1\r\n", "\r\n\r\nGET",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n", "GET / HTTP/9.9\r\nHost: a\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n",
            "\u0016\u0003\u0001\u0002\u0000"};
    private static final String UPGRADE = "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + Raw.KEY + "\r\n\r\n";
    private static final int FRAMES_A_SOCKET = 500;

    private final AtomicLong sent = new AtomicLong();

    /** Handshakes and frames sent by clients up to now. */
    long sent() {
        return sent.get();
    }

    /** One connection with a broken or altered handshake, read to its end. */
    void handshake(int port, Random random) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            byte[] head = random.nextInt(3) == 0 ? altered(UPGRADE, random)
                    : (HEADS[random.nextInt(HEADS.length)] + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            sent.incrementAndGet();
            send(socket, head);
            socket.shutdownOutput();
            drain(socket);
        } catch (SocketException _) {
            // A reset is an answer too.
        }
    }

    private static byte[] altered(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** A good handshake, and behind it frames of which few are right. */
    void frames(int port, Random random) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Raw raw = new Raw(socket).send(UPGRADE);
            raw.head();
            Thread reader = Thread.ofVirtual().start(() -> quietly(() -> drain(socket)));
            raw.send(broken(random, FRAMES_A_SOCKET));
            sent.addAndGet(FRAMES_A_SOCKET);
            socket.shutdownOutput();
            reader.join();
        } catch (SocketException | UncheckedIOException _) {
            // The other side may have seen enough.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] broken(Random random, int frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            int length = random.nextInt(126);
            bytes.write(random.nextInt(256));
            bytes.write(random.nextInt(20) == 0 ? random.nextInt(256) : length | (random.nextBoolean() ? 0x80 : 0));
            byte[] rest = new byte[length + random.nextInt(5)];
            random.nextBytes(rest);
            bytes.writeBytes(rest);
        }
        return bytes.toByteArray();
    }

    /** An upstream that takes every upgrade and answers with broken frames; any other request with 204. */
    static void serve(ServerSocket listening, long seed) {
        Random seeds = new Random(seed);
        Thread.ofVirtual().start(() -> quietly(() -> {
            while (true) {
                Socket socket = listening.accept();
                Random random = new Random(seeds.nextLong());
                Thread.ofVirtual().start(() -> quietly(() -> answer(socket, random)));
            }
        }));
    }

    private static void answer(Socket socket, Random random) throws IOException {
        try (socket) {
            socket.setSoTimeout(10_000);
            Raw raw = new Raw(socket);
            String head = raw.head();
            if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
                raw.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
                        .send(broken(random, 20));
            } else {
                raw.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            }
            socket.shutdownOutput();
            drain(socket);
        }
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static void drain(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[16 << 10];
        while (in.read(buffer) >= 0) {
            // Only the end is waited for.
        }
    }

    /** What is done to a socket. */
    private interface Task {
        void run() throws IOException;
    }

    private static void quietly(Task task) {
        try {
            task.run();
        } catch (IOException | UncheckedIOException | AssertionError _) {
            // Broken peers break off.
        }
    }
}
