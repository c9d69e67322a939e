package dev.socketscope.engine.envoy;

import dev.socketscope.engine.api.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Routes as Envoy's virtual hosts.
 *
 * <p>Envoy chooses a virtual host by the most special domain first, and within it the first route that fits. Socketscope takes the longest
 * path of all routes whose host fits. So each domain's virtual host holds every route that fits the domain, the longest path first.
 */
final class VirtualHosts {
    /** As the engine reads a sandbox's host: digits, a dash, a name; Envoy leaves the port on it. */
    private static final String NAMES_A_PORT = "^[0-9]{1,5}-[A-Za-z0-9_-]+(\\..*)?(:[0-9]+)?$";
    static final String LUA = "envoy.filters.http.lua";

    private final List<Route> routes;

    VirtualHosts(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparingInt(r -> -prefix(r).length())).toList();
    }

    List<Object> all() {
        SequencedSet<String> domains = new TreeSet<>(routes.stream().map(VirtualHosts::domain).toList());
        List<Object> hosts = new ArrayList<>();
        for (String domain : domains) {
            List<Map<String, Object>> within = routes.stream()
                    .filter(r -> covers(domain(r), domain))
                    .map(VirtualHosts::route)
                    .toList();
            hosts.add(new Message().with("name", domain.equals("*") ? "any" : domain)
                    .with("domains", List.of(domain))
                    .with("routes", within)
                    .fields());
        }
        return hosts;
    }

    private static String domain(Route route) {
        return route.host().toLowerCase(Locale.ROOT);
    }

    /** Whether every host that fits the domain fits the rule. */
    private static boolean covers(String rule, String domain) {
        return rule.equals("*") || rule.equals(domain)
                || rule.startsWith("*.") && domain.endsWith(rule.substring(1));
    }

    private static String prefix(Route route) {
        String path = route.path();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Map<String, Object> route(Route route) {
        Upstream upstream = Upstream.of(route);
        Message match = prefix(route).isEmpty() ? new Message().with("prefix", "/")
                : new Message().with("path_separated_prefix", prefix(route));
        if (upstream.open()) {
            Message host = new Message().with("name", ":authority")
                    .with("string_match",
                            new Message().with("safe_regex", new Message().with("regex", NAMES_A_PORT)));
            match.with("headers", List.of(host.fields()));
        }
        Message action = new Message().with("cluster", upstream.cluster())
                .with("timeout", Duration.ZERO)
                .with("idle_timeout", route.tunnel().idleTimeout());
        Message made = new Message().with("match", match).with("route", action);
        return (upstream.open() ? made.with("typed_per_filter_config", portFromHost(upstream)) : made).fields();
    }

    /** Whatever the client has sent as this header goes, or it could choose the address. */
    private static Message portFromHost(Upstream upstream) {
        String code = """
                function envoy_on_request(handle)
                  local headers = handle:headers()
                  local port = string.match(headers:get(":authority"), "^(%d+)%-")
                  headers:replace("x-envoy-original-dst-host", "ADDRESS")
                end
                """.replace("\"ADDRESS\"", '"' + upstream.at("") + "\" .. port");
        return new Message().with(LUA,
                Message.typed("envoy.extensions.filters.http.lua.v3.LuaPerRoute")
                        .with("source_code", new Message().with("inline_string", code)));
    }
}
