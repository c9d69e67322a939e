package dev.socketscope.bench.peer;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects an HTTP head up to its empty line, and knows the two heads of an upgrade (RFC 6455 §4). */
public final class Head {
    /** The request's key and the only answer that fits it (RFC 6455 §1.3). */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    private static final int LIMIT = 16 << 10;
    private final StringBuilder text = new StringBuilder();

    /** Takes bytes up to the end of the head; the head once it is whole, else null. */
    public @Nullable String feed(ByteBuf in) throws IOException {
        while (in.isReadable()) {
            text.append((char) (in.readByte() & 0xFF));
            if (text.length() > LIMIT) {
                throw new IOException("a head of more than " + LIMIT + " bytes");
            }
            if (endsWithEmptyLine()) {
                return text.toString();
            }
        }
        return null;
    }

    public static byte[] request(String host, String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + KEY + "\r\nSec-WebSocket-Version: 13\r\n\r\n");
    }

    /** @throws IOException when {@code response} is no 101 that answers {@link #request} */
    public static void check(String response) throws IOException {
        if (!response.startsWith("HTTP/1.1 101 ") || !ACCEPT.equals(field(response, "sec-websocket-accept"))) {
            throw new IOException("the upgrade was not accepted: " + response.lines().findFirst().orElse(""));
        }
    }

    public static byte[] response(String request) throws IOException {
        String key = field(request, "sec-websocket-key");
        if (key == null) {
            throw new IOException("no WebSocket upgrade: " + request.lines().findFirst().orElse(""));
        }
        return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
    }

    private boolean endsWithEmptyLine() {
        int n = text.length();
        return n >= 4 && text.charAt(n - 1) == '\n' && text.charAt(n - 2) == '\r' && text.charAt(n - 3) == '\n'
                && text.charAt(n - 4) == '\r';
    }

    private static @Nullable String field(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest(ascii(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
