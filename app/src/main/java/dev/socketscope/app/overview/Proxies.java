package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Proxies that give themselves away in headers. What a header does not tell is not guessed. */
final class Proxies {
    private Proxies() {}

    /** Between the browser and the engine: they leave their marks on the request. */
    static List<Hop> before(List<Header> request) {
        List<Hop> hops = new ArrayList<>();
        value(request, "cf-ray").ifPresent(ray -> hops.add(cloudflare(ray)));
        if (request.stream().anyMatch(header -> name(header).startsWith("x-envoy-"))) {
            hops.add(envoy());
        }
        return hops;
    }

    /** Between the engine and what answers: they leave their marks on the response, the one that is furthest first. */
    static List<Hop> after(List<Header> response) {
        List<Hop> hops = new ArrayList<>();
        value(response, "cf-ray").ifPresent(ray -> hops.add(cloudflare(ray)));
        String server = value(response, "server").orElse("").toLowerCase(Locale.ROOT);
        if (server.startsWith("envoy") || response.stream().anyMatch(header -> name(header).startsWith("x-envoy-"))) {
            hops.add(envoy());
        }
        for (String known : List.of("nginx", "caddy", "traefik", "haproxy")) {
            if (server.startsWith(known)) {
                hops.add(new Hop(Strings.of("overview.hop." + known), server, "", "muted"));
            }
        }
        return hops;
    }

    private static Hop cloudflare(String ray) {
        return new Hop(Strings.of("overview.hop.cloudflare"), ray, Strings.of("overview.idle", "100 s"), "muted");
    }

    private static Hop envoy() {
        return new Hop(Strings.of("overview.hop.envoy"), "", Strings.of("overview.idle", "3600 s"), "muted");
    }

    private static Optional<String> value(List<Header> headers, String wanted) {
        return headers.stream().filter(header -> name(header).equals(wanted)).map(Header::value).findFirst();
    }

    private static String name(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }
}
