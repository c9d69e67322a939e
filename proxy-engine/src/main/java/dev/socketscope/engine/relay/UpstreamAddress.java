package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.UpstreamTls;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where an upstream listens. Also the key under which idle connections are kept: one that proved nothing must not serve a route that asks
 * for proof, and one that was shown a certificate none that has another.
 *
 * @param tls null for plain HTTP
 */
record UpstreamAddress(@Nullable UpstreamTls tls, String host, int port) {

    /**
     * With {@code https} verified.
     *
     * @throws IllegalArgumentException when it is not {@code http://host[:port]} or {@code https://host[:port]}; the message
     *         says what was expected
     */
    static UpstreamAddress parse(String uri) {
        URI parsed;
        try {
            parsed = new URI(uri);
        } catch (URISyntaxException e) {
            throw bad(uri, e.getReason());
        }
        String scheme = parsed.getScheme() == null ? "" : parsed.getScheme();
        boolean tls = scheme.equalsIgnoreCase("https");
        if (!tls && !scheme.equalsIgnoreCase("http")) {
            throw bad(uri, "the scheme must be http or https");
        }
        if (parsed.getHost() == null) {
            throw bad(uri, "no host");
        }
        if (parsed.getRawUserInfo() != null || parsed.getRawQuery() != null || parsed.getRawFragment() != null
                || !(parsed.getRawPath().isEmpty() || parsed.getRawPath().equals("/"))) {
            throw bad(uri, "only scheme, host and port may be given; the request's own path is kept");
        }
        int port = parsed.getPort() >= 0 ? parsed.getPort() : tls ? 443 : 80;
        if (port == 0 || port > 65_535) {
            throw bad(uri, "the port must be 1 to 65535");
        }
        return new UpstreamAddress(tls ? UpstreamTls.VERIFIED : null, withoutBrackets(parsed.getHost()), port);
    }

    /** This engine's own listener, which has nothing to prove to itself. */
    static UpstreamAddress ofListener(InetSocketAddress address, boolean tls) {
        return new UpstreamAddress(tls ? UpstreamTls.UNVERIFIED : null, address.getAddress().getHostAddress(),
                address.getPort());
    }

    private static IllegalArgumentException bad(String uri, String why) {
        return new IllegalArgumentException(
                "upstream \"" + uri + "\": " + why + " (expected for example http://127.0.0.1:5173)");
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The same place; an {@code https} upstream proves who it is as the route says. */
    UpstreamAddress with(UpstreamTls how) {
        return tls == null ? this : new UpstreamAddress(how, host, port);
    }

    /** What TLS asks for, and what the certificate must be for. */
    String nameForTls() {
        return tls == null ? host : tls.serverName().orElse(host);
    }

    String uri() {
        return (tls == null ? "http://" : "https://") + hostAndPort();
    }

    String hostAndPort() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
