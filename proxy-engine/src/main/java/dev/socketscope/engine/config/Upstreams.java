package dev.socketscope.engine.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a route leads: {@code http://host:port}, with {@code {port}} and {@code {sandbox}} for parts of the request's host. */
public final class Upstreams {
    /** What a message says that was expected. */
    public static final String EXPECTED = "http://HOST:PORT such as http://127.0.0.1:5173, without path, query or user;"
            + " {port} and {sandbox} may stand for parts of the request's host";
    private static final int MAX_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

    private Upstreams() {}

    /** The URI without a closing slash, and with {@code http} for {@code ws}; empty when it is not one. */
    public static Optional<String> parse(String text) {
        try {
            URI uri = new URI(text.replace("{port}", "1").replace("{sandbox}", "s"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            boolean http = SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            boolean port = uri.getPort() != 0 && uri.getPort() <= MAX_PORT;
            return http && bare && port && uri.getHost() != null
                    ? Optional.of(asHttp(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** A WebSocket begins as a request, so the two name the same server. */
    private static String asHttp(String uri) {
        return uri.regionMatches(true, 0, "ws", 0, 2) ? "http" + uri.substring(2).toLowerCase(Locale.ROOT) : uri;
    }
}
