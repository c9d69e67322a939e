package dev.socketscope.app.connections;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Commands for a shell that open the same WebSocket again. Headers that the tool makes itself are left out: {@code Host},
 * {@code Connection}, {@code Upgrade} and the handshake's own (RFC 6455 §4.1). Values are quoted for a POSIX shell.
 */
final class CopyAs {
    private static final Set<String> MADE_BY_THE_TOOL = Set.of("host", "connection", "upgrade", "sec-websocket-key",
            "sec-websocket-version", "sec-websocket-extensions");
    private static final String ORIGIN = "origin";
    private static final String PROTOCOL = "sec-websocket-protocol";

    private final Connection connection;
    private final boolean secrets;

    /** @param secrets whether tokens, cookies and the like are written out */
    CopyAs(Connection connection, boolean secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    /** {@code ws://host/path?query}, or {@code wss:}, as the client asked for it. */
    String url() {
        String query = connection.query() == null ? "" : "?" + connection.query();
        String url = (secure() ? "wss://" : "ws://") + connection.host() + connection.path() + query;
        return secrets ? url : Secrets.maskQuery(url);
    }

    /** What the upstream was told also holds where TLS ends before the engine. */
    private boolean secure() {
        return connection.handshake()
                .forwardedHeaders()
                .stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("x-forwarded-proto")
                        && header.value().equals("https"));
    }

    /** For curl 8.11 or newer, which speaks {@code ws://}. */
    String curl() {
        List<String> words = new ArrayList<>(List.of("curl", "-N", quote(url())));
        for (Header header : carried()) {
            words.add("-H " + quote(header.name() + ": " + value(header)));
        }
        return String.join(" ", words);
    }

    String wscat() {
        List<String> words = new ArrayList<>(List.of("wscat", "-c", quote(url())));
        for (Header header : carried()) {
            words.add(switch (header.name().toLowerCase(Locale.ROOT)) {
                case ORIGIN -> "-o " + quote(value(header));
                case PROTOCOL -> "-s " + quote(value(header));
                default -> "-H " + quote(header.name() + ": " + value(header));
            });
        }
        return String.join(" ", words);
    }

    String websocat() {
        List<String> words = new ArrayList<>(List.of("websocat"));
        for (Header header : carried()) {
            words.add(switch (header.name().toLowerCase(Locale.ROOT)) {
                case ORIGIN -> "--origin " + quote(value(header));
                case PROTOCOL -> "--protocol " + quote(value(header));
                default -> "-H=" + quote(header.name() + ": " + value(header));
            });
        }
        words.add(quote(url()));
        return String.join(" ", words);
    }

    private List<Header> carried() {
        return connection.handshake()
                .requestHeaders()
                .stream()
                .filter(header -> !MADE_BY_THE_TOOL.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private String value(Header header) {
        return secrets ? header.value() : Secrets.mask(header);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
