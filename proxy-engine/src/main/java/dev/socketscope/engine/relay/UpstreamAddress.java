package dev.socketscope.engine.relay;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Where an upstream listens. Also the key under which idle connections are kept. */
record UpstreamAddress(Security security, String host, int port) {

    /** Part of the key: a connection that proved nothing must not serve a route that asks for proof. */
    enum Security {
        /** Plain {@code http}. */
        NONE,
        /** {@code https}, and the upstream has proved who it is. */
        VERIFIED,
        /** {@code https} with whoever answers. */
        UNVERIFIED
    }

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
        return new UpstreamAddress(tls ? Security.VERIFIED : Security.NONE, withoutBrackets(parsed.getHost()), port);
    }

    /** Plain HTTP at that address. */
    static UpstreamAddress of(InetSocketAddress address) {
        return new UpstreamAddress(Security.NONE, address.getAddress().getHostAddress(), address.getPort());
    }

    private static IllegalArgumentException bad(String uri, String why) {
        return new IllegalArgumentException(
                "upstream \"" + uri + "\": " + why + " (expected for example http://127.0.0.1:5173)");
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The same place, for a route that does or does not ask for proof. */
    UpstreamAddress verified(boolean verify) {
        return security == Security.NONE ? this
                : new UpstreamAddress(verify ? Security.VERIFIED : Security.UNVERIFIED, host, port);
    }

    String uri() {
        return (security == Security.NONE ? "http://" : "https://") + hostAndPort();
    }

    String hostAndPort() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
