package dev.socketscope.engine.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The head of a connection's first request, as far as the front door has to understand it. */
sealed interface RequestHead {
    int MAX_BYTES = 16 * 1024;

    /**
     * The head has arrived.
     *
     * @param bytes all that was read, which may go beyond the head
     * @param path the request target without its query
     * @param webSocket whether an upgrade to WebSocket is asked for (RFC 6455 §4.1)
     */
    record Complete(byte[] bytes, String path, boolean webSocket) implements RequestHead {}

    /** More than {@value #MAX_BYTES} bytes without an end. */
    record TooLarge() implements RequestHead {}

    /** The head began but did not end in time. */
    record TooSlow() implements RequestHead {}

    /** The client ended or stayed silent before a complete head. */
    record Absent() implements RequestHead {}

    /** Reads until the head is complete, too large or too late; the socket's timeout is off afterwards. */
    static RequestHead read(Socket socket, Duration timeout) throws IOException {
        byte[] buffer = new byte[MAX_BYTES];
        int length = 0;
        long deadline = System.nanoTime() + timeout.toNanos();
        InputStream in = socket.getInputStream();
        try {
            while (length < MAX_BYTES) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return late(length);
                }
                socket.setSoTimeout((int) left);
                int read = in.read(buffer, length, MAX_BYTES - length);
                if (read < 0) {
                    return new Absent();
                }
                int end = endOfHead(buffer, Math.max(0, length - 3), length + read);
                length += read;
                if (end >= 0) {
                    socket.setSoTimeout(0);
                    return parse(Arrays.copyOf(buffer, length), end);
                }
            }
            return new TooLarge();
        } catch (SocketTimeoutException _) {
            return late(length);
        }
    }

    private static RequestHead late(int length) {
        return length > 0 ? new TooSlow() : new Absent();
    }

    private static int endOfHead(byte[] bytes, int from, int to) {
        for (int i = from; i + 3 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static RequestHead parse(byte[] bytes, int end) {
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        String[] request = lines[0].split(" ", 3);
        String target = request.length > 1 ? request[1] : "/";
        int query = target.indexOf('?');
        boolean webSocket = Arrays.stream(lines, 1, lines.length).anyMatch(RequestHead::asksForWebSocket);
        return new Complete(bytes, query < 0 ? target : target.substring(0, query), webSocket);
    }

    private static boolean asksForWebSocket(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("Upgrade")
                && line.substring(colon + 1).toLowerCase(Locale.ROOT).contains("websocket");
    }
}
