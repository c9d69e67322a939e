package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What makes an HTTP request a WebSocket upgrade, and its answer a right one (RFC 6455 §4). */
public final class HandshakeRules {
    public static final String KEY = "Sec-WebSocket-Key";
    public static final String ACCEPT = "Sec-WebSocket-Accept";
    public static final String VERSION = "Sec-WebSocket-Version";
    public static final String PROTOCOL = "Sec-WebSocket-Protocol";
    /** The only version there is (§4.1). */
    public static final String VERSION_13 = "13";
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private HandshakeRules() {}

    /**
     * Why a request that wants a WebSocket cannot have one.
     *
     * @param status what to answer it with, for example 426 for a version that is not spoken here (§4.2.2)
     * @param reason a sentence for people
     */
    public record Problem(int status, String reason) {}

    /** The {@code Sec-WebSocket-Accept} that answers a key (§4.2.2 step 5.4). */
    public static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key.strip() + GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** Whether the headers of a 101 answer the key of the request (§4.1, last list, item 4). */
    public static boolean accepts(String key, List<Header> answer) {
        List<String> values = values(answer, ACCEPT);
        return values.size() == 1 && values.getFirst().strip().equals(accept(key));
    }

    /** Whether the request asks for a WebSocket at all, rightly or wrongly; any other request is plain HTTP. */
    public static boolean wantsWebSocket(List<Header> request) {
        return hasToken(request, "Upgrade", "websocket");
    }

    /** What is wrong with a request that wants a WebSocket (§4.2.1); empty when nothing is. */
    public static Optional<Problem> problem(String method, String httpVersion, List<Header> request) {
        if (!method.equals("GET")) {
            return problem(405, "A WebSocket upgrade must be a GET request, not " + method);
        }
        if (!httpVersion.equals("HTTP/1.1")) {
            return problem(400, "A WebSocket upgrade needs HTTP/1.1, not " + httpVersion);
        }
        if (!hasToken(request, "Upgrade", "websocket")) {
            return problem(400, "The Upgrade header does not name websocket");
        }
        if (!hasToken(request, "Connection", "upgrade")) {
            return problem(400, "The Connection header does not name upgrade; a proxy in between may have removed it");
        }
        return keyProblem(values(request, KEY)).or(() -> versionProblem(values(request, VERSION)));
    }

    private static Optional<Problem> keyProblem(List<String> keys) {
        if (keys.size() != 1) {
            return problem(400, keys.isEmpty() ? KEY + " is missing" : KEY + " stands there more than once");
        }
        try {
            if (Base64.getDecoder().decode(keys.getFirst().strip()).length == KEY_BYTES) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            return problem(400, KEY + " is not base64");
        }
        return problem(400, KEY + " does not stand for 16 bytes");
    }

    private static Optional<Problem> versionProblem(List<String> versions) {
        if (versions.size() == 1 && versions.getFirst().strip().equals(VERSION_13)) {
            return Optional.empty();
        }
        return problem(426, versions.isEmpty()
                ? VERSION + " is missing"
                : "Only WebSocket version 13 is spoken here, not " + String.join(", ", versions));
    }

    private static Optional<Problem> problem(int status, String reason) {
        return Optional.of(new Problem(status, reason));
    }

    private static List<String> values(List<Header> headers, String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    private static boolean hasToken(List<Header> headers, String name, String token) {
        return values(headers, name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }
}
