package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request: the longest path first, then the order of the configuration. */
final class RouteTable {
    private static final String PORT = "{port}";
    private static final String SANDBOX = "{sandbox}";

    /** @param fixed the upstream when its URI holds no placeholder */
    private record Rule(Route route, String host, @Nullable UpstreamAddress fixed, boolean tls) {}

    /** @param named what the host name says; null when it names no sandbox */
    record Match(Route route, UpstreamAddress upstream, @Nullable SandboxHost named) {}

    private final List<Route> routes;
    private final List<Rule> rules;

    /** @throws IllegalArgumentException when a route cannot work; the message says which and what was expected */
    RouteTable(List<Route> routes) {
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("routes: at least one is needed");
        }
        this.routes = List.copyOf(routes);
        List<Rule> sorted = new ArrayList<>();
        for (Route route : routes) {
            sorted.add(rule(route));
        }
        sorted.sort(Comparator.comparingInt(r -> -prefix(r.route().path()).length()));
        rules = List.copyOf(sorted);
    }

    private static Rule rule(Route route) {
        String host = route.host().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.lastIndexOf('*') > 0
                || host.startsWith("*") && !host.equals("*") && host.charAt(1) != '.') {
            throw new IllegalArgumentException("route \"" + route.rule() + "\": host must be *, a name or *.suffix");
        }
        if (!route.path().startsWith("/")) {
            throw new IllegalArgumentException("route \"" + route.rule() + "\": path must begin with /");
        }
        boolean open = route.upstream().contains(PORT) || route.upstream().contains(SANDBOX);
        UpstreamAddress sample = address(route, new SandboxHost(1, "s"));
        return new Rule(route, host, open ? null : sample, sample.tls() != null);
    }

    /** In the order in which they were given. */
    List<Route> routes() {
        return routes;
    }

    /** A path rule ends at a segment boundary whether or not it is written with a slash. */
    private static String prefix(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * @param host lower case, without port
     * @param path undecoded, without query
     * @return null when no route fits
     */
    @Nullable
    Match find(String host, String path) {
        SandboxHost named = SandboxHost.parse(host);
        for (Rule rule : rules) {
            if (!fitsHost(rule.host(), host) || !fitsPath(prefix(rule.route().path()), path)) {
                continue;
            }
            if (rule.fixed() != null) {
                return new Match(rule.route(), rule.fixed(), named);
            }
            if (named != null) {
                return new Match(rule.route(), address(rule.route(), named), named);
            }
        }
        return null;
    }

    private static boolean fitsHost(String rule, String host) {
        return rule.equals("*") || rule.equals(host)
                || rule.startsWith("*.") && host.endsWith(rule.substring(1)) && host.length() > rule.length() - 1;
    }

    private static boolean fitsPath(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/'
                || prefix.isEmpty());
    }

    private static UpstreamAddress address(Route route, SandboxHost named) {
        String uri = route.upstream()
                .replace(PORT, Integer.toString(named.port()))
                .replace(SANDBOX, named.sandbox());
        return UpstreamAddress.parse(uri).with(route.tls());
    }

    /** How the routes with {@code https} want it to be proved. */
    Set<UpstreamTls> tls() {
        return rules.stream().filter(Rule::tls).map(rule -> rule.route().tls()).collect(Collectors.toSet());
    }

    /** The rules as text, for an error page. */
    String describe() {
        List<String> texts = new ArrayList<>();
        rules.forEach(r -> texts.add(r.route().rule()));
        return String.join(", ", texts);
    }
}
