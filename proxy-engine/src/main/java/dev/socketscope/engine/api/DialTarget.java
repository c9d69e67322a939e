package dev.socketscope.engine.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a {@link Dialer} opens a WebSocket, and how.
 *
 * @param uri {@code ws:} or {@code wss:}
 * @param headers sent with the upgrade beside those that it makes itself, each name once
 * @param subprotocols offered in this order
 * @param deflate whether permessage-deflate (RFC 7692) is offered
 * @param timeout for TCP, TLS and upgrade together, 1 ms or more
 * @param anyCertificate whether a {@code wss:} peer may show any certificate for any name
 */
public record DialTarget(URI uri, List<Header> headers, List<String> subprotocols, boolean deflate, Duration timeout,
        boolean anyCertificate) {
    private static final String HANDSHAKE = "sec-websocket-";
    private static final Set<String> MADE = Set.of("connection", "upgrade");
    /** What separates or ends a token (RFC 9110 §5.6.2). */
    private static final String NO_TOKEN = "()<>@,;:\\\"/[]?={}";

    /** @throws IllegalArgumentException with a text that begins with the name of the value that is unfit, and a colon */
    public DialTarget {
        headers = List.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("ws") || scheme.equals("wss")) || uri.getHost() == null) {
            throw new IllegalArgumentException("uri: expected ws://host… or wss://host…");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("uri: expected no #fragment (RFC 6455 §3)");
        }
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("timeout: expected 1 ms to 24 days");
        }
        checkHeaders(headers);
        checkSubprotocols(subprotocols);
    }

    /** Whether the upgrade makes this header itself (RFC 6455 §4.1), so that nobody else can. */
    public static boolean isMadeByUpgrade(String headerName) {
        String name = headerName.toLowerCase(Locale.ROOT);
        return MADE.contains(name) || name.startsWith(HANDSHAKE);
    }

    private static void checkHeaders(List<Header> headers) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : headers) {
            if (!isToken(header.name())) {
                throw new IllegalArgumentException("headers: \"" + header.name() + "\" is no name of a header");
            }
            if (header.value().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F || c > 0xFF)) {
                throw new IllegalArgumentException("headers: the value of " + header.name()
                        + " has characters that a header cannot carry");
            }
            if (isMadeByUpgrade(header.name())) {
                throw new IllegalArgumentException("headers: " + header.name() + " is made by the upgrade itself");
            }
            if (!seen.add(header.name())) {
                throw new IllegalArgumentException("headers: " + header.name() + " stands there twice");
            }
        }
    }

    private static void checkSubprotocols(List<String> subprotocols) {
        Set<String> seen = new TreeSet<>();
        for (String each : subprotocols) {
            if (!isToken(each) || !seen.add(each)) {
                throw new IllegalArgumentException("subprotocols: \"" + each
                        + "\": expected names without spaces, each once");
            }
        }
    }

    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7F && NO_TOKEN.indexOf(c) < 0);
    }

    /** Names only what is no secret. */
    @Override
    public String toString() {
        return "DialTarget[" + Secrets.maskQuery(uri.toString()) + ", headers "
                + headers.stream().map(Header::name).toList() + ", subprotocols " + subprotocols + "]";
    }
}
