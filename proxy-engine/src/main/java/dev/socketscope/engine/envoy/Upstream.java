package dev.socketscope.engine.envoy;

import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a route leads.
 *
 * @param host without brackets
 * @param port 0 when it is taken from the request's host
 * @param proof how a TLS upstream and the proxy prove who they are
 */
record Upstream(boolean tls, String host, int port, UpstreamTls proof) {
    private static final String PORT = "{port}";
    private static final String SANDBOX = "{sandbox}";
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String LOOPBACK = "127.0.0.1";

    /** @throws IllegalArgumentException when Envoy has no means for it; the message says why */
    static Upstream of(Route route) {
        String upstream = route.upstream();
        if (upstream.contains(SANDBOX)) {
            throw unfit(route, "takes a host name from the request's host");
        }
        boolean open = upstream.contains(PORT);
        URI uri = URI.create(open ? upstream.replace(PORT, "1") : upstream);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String host = open && uri.getHost().equalsIgnoreCase("localhost") ? LOOPBACK : bare(uri.getHost());
        if (open && !ADDRESS.matcher(host).matches()) {
            throw unfit(route, "takes its port from the request's host, for which Envoy needs an address, not a name");
        }
        int port = open ? 0 : uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return new Upstream(tls, host, port, tls ? route.tls() : UpstreamTls.VERIFIED);
    }

    private static IllegalArgumentException unfit(Route route, String why) {
        return new IllegalArgumentException(
                "route \"" + route.rule() + "\": upstream \"" + route.upstream() + "\" " + why
                        + "; Envoy cannot be told so");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether the port is taken from the request's host. */
    boolean open() {
        return port == 0;
    }

    boolean isAddress() {
        return ADDRESS.matcher(host).matches();
    }

    /** Host, and a port, as Envoy writes an address. */
    String at(String portText) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + portText;
    }

    /** Tells upstreams apart that differ in files or in the name that is asked for. */
    private String own() {
        String differs = proof.authorities().map(Path::toString).orElse("")
                + proof.certificate().map(KeyFiles::toString).orElse("") + proof.serverName().orElse("");
        return differs.isEmpty() ? "" : "-" + Integer.toHexString(differs.hashCode());
    }

    /** The name that TLS asks for; empty where the host is an address. */
    Optional<String> name() {
        return proof.serverName().or(() -> isAddress() ? Optional.empty() : Optional.of(host));
    }

    /** The name of its cluster. Without colons, which Envoy's statistics do not keep. */
    String cluster() {
        return (tls ? "https-" : "http-") + host.replace(':', '_') + "-" + (open() ? "any" : Integer.toString(port))
                + (proof.verify() ? "" : "-unverified") + own();
    }
}
