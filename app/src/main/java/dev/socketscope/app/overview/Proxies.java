package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proxies that give themselves away in headers: by fields of their own, by {@code Via} and by {@code Server}. What a header does not
 * tell is not guessed.
 */
final class Proxies {
    /** More are not drawn on one side; how many there are beside is told. */
    static final int MOST = 3;
    /** How they begin in {@code Via} and {@code Server}; names that people read are in the strings. */
    private static final List<String> KNOWN = List.of("cloudflare", "cloudfront", "awselb", "envoy", "nginx",
            "openresty", "caddy", "traefik", "haproxy", "varnish", "squid", "apache", "google", "fly");

    private final HeaderMarks marks;
    private final Map<String, Hop> hops = new LinkedHashMap<>();

    private Proxies(List<Header> headers) {
        marks = new HeaderMarks(headers);
    }

    /** Between the browser and the engine, from the browser on: they leave their marks on the request. */
    static List<Hop> before(List<Header> request) {
        return new Proxies(request).ofRequest();
    }

    /** Between the engine and what answers, from the engine on: they leave their marks on the response. */
    static List<Hop> after(List<Header> response) {
        return new Proxies(response).ofResponse();
    }

    private List<Hop> ofRequest() {
        edges();
        // Each proxy adds itself at the end (RFC 9110 §7.6.3).
        marks.members("via").forEach(this::via);
        envoy();
        List<String> forwardedFor = marks.members("x-forwarded-for");
        if (hops.isEmpty() && !forwardedFor.isEmpty()) {
            put("other", new Hop(Strings.of("overview.hop.proxy"),
                    Strings.of("overview.forwarded", String.join(", ", forwardedFor)), "", "muted"));
        }
        return few();
    }

    private List<Hop> ofResponse() {
        edges();
        marks.members("via").reversed().forEach(this::via);
        envoy();
        marks.value("server").ifPresent(this::server);
        return few();
    }

    private void edges() {
        marks.value("cf-ray").ifPresent(ray -> put("cloudflare", named("cloudflare", Strings.of("overview.ray", ray))));
        marks.value("x-amz-cf-id").ifPresent(id -> put("cloudfront", named("cloudfront", "")));
        marks.value("x-amzn-trace-id").ifPresent(id -> put("awselb", named("awselb", "")));
    }

    private void envoy() {
        if (marks.anyBeginsWith("x-envoy-")) {
            put("envoy", named("envoy", ""));
        }
    }

    /** {@code 1.1 vegur}, {@code HTTP/2 cache.example (Varnish/7.4)}: protocol, who received it, and a comment. */
    private void via(String member) {
        String who = member.replaceFirst("^\\S+\\s+", "");
        String comment = who.replaceFirst("^[^(]*\\(?", "").replaceFirst("\\).*$", "");
        String known = known(comment).isEmpty() ? known(who) : known(comment);
        String title = who.replaceFirst("\\s*\\(.*$", "");
        put(known.isEmpty() ? "via " + title : known, known.isEmpty() ? new Hop(title, "Via " + member, "", "muted")
                : named(known, "Via " + member));
    }

    /** Servers of applications are no proxies, so only those that are known to be ones count. */
    private void server(String value) {
        String known = known(value);
        if (!known.isEmpty()) {
            put(known, named(known, value));
        }
    }

    private static String known(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return KNOWN.stream().filter(lower::startsWith).findFirst().orElse("");
    }

    /** What it is called, and how long it lets a silent WebSocket be where that is known. */
    private static Hop named(String known, String place) {
        String idle = switch (known) {
            case "cloudflare" -> Strings.of("overview.idle", "100 s");
            case "envoy" -> Strings.of("overview.idle", "3600 s");
            case "nginx", "openresty", "awselb" -> Strings.of("overview.idle", "60 s");
            default -> "";
        };
        return new Hop(Strings.of("overview.hop." + known), place, idle, "muted");
    }

    /** What one field told is not told again by another that knows less. */
    private void put(String key, Hop hop) {
        hops.putIfAbsent(key, hop);
    }

    private List<Hop> few() {
        Collection<Hop> all = hops.values();
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        List<Hop> few = new ArrayList<>(all.stream().limit(MOST - 1L).toList());
        few.add(new Hop(Strings.of("overview.hop.more", Integer.toString(all.size() - few.size())),
                String.join(", ", all.stream().skip(MOST - 1L).map(Hop::title).toList()), "", "muted"));
        return few;
    }
}
