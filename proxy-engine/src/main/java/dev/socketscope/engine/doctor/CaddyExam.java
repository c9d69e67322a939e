package dev.socketscope.engine.doctor;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What in a Caddyfile breaks WebSockets. Caddy passes upgrades on by itself, so only what is said can do harm. */
final class CaddyExam {
    private static final Set<String> PROXIES = Set.of("reverse_proxy", "forward_auth");
    private static final Set<String> ONE_HOP = Set.of("-upgrade", "-connection", "-sec-websocket-*");

    private final Patience patience;
    private final Findings findings;

    CaddyExam(Duration pingInterval, Findings findings) {
        this.patience = new Patience(pingInterval);
        this.findings = findings;
    }

    void examine(Directive block) {
        for (Directive directive : block.body()) {
            if (directive.is("reverse_proxy")) {
                proxy(directive);
            } else if (directive.is("timeouts")) {
                timeouts(directive);
            } else if (directive.is("request_header")
                    && directive.words().stream().anyMatch(w -> ONE_HOP.contains(w.toLowerCase(Locale.ROOT)))) {
                unheard(directive, block.name().isEmpty() ? "the file" : block.text());
            }
            if (!PROXIES.contains(directive.name())) {
                examine(directive);
            }
        }
    }

    /** Of a whole server; Go's HTTP server takes them off a connection that is upgraded. */
    private void timeouts(Directive timeouts) {
        timeouts.find("write")
                .filter(d -> ProxyTime.parse(d.word(0)).filter(t -> !t.isZero()).isPresent())
                .ifPresent(d -> findings.hint(d.line(), "timeouts", d.text(),
                        "upgraded connections are spared, but server-sent events and long polls, which pages fall back to,"
                                + " are cut after it",
                        "leave it out"));
    }

    private void proxy(Directive proxy) {
        String where = proxy.text();
        streams(proxy, where);
        Stream.concat(Stream.of(proxy), proxy.all("to"))
                .filter(d -> d.words().stream().anyMatch(w -> w.startsWith("h2c://")))
                .forEach(d -> findings.problem(d.line(), where, d == proxy ? "h2c" : d.text(),
                        "an upgrade is a matter of HTTP/1.1, and to this upstream Caddy speaks HTTP/2 only",
                        "http:// in place of h2c://"));
        proxy.find("flush_interval")
                .filter(d -> ProxyTime.parse(d.word(0)).filter(t -> !t.isZero()).isPresent())
                .ifPresent(d -> findings.hint(d.line(), where, d.text(),
                        "upgrades are never buffered, but a long poll's answer waits that long", "flush_interval -1"));
        proxy.all("header_up").forEach(d -> header(d, where));
        proxy.all("transport").filter(d -> d.word(0).equals("http")).forEach(d -> transport(d, where));
    }

    private void streams(Directive proxy, String where) {
        proxy.find("stream_timeout")
                .ifPresent(d -> ProxyTime.parse(d.word(0))
                        .filter(t -> !t.isZero())
                        .ifPresent(t -> findings.problem(d.line(), where, d.text(),
                                "every WebSocket is cut " + ProxyTime.text(t) + " after it was opened, busy or not",
                                "leave it out")));
        Optional<Duration> delay = proxy.find("stream_close_delay")
                .flatMap(d -> ProxyTime.parse(d.word(0)))
                .filter(t -> !t.isZero());
        if (delay.isEmpty()) {
            Directive said = proxy.find("stream_close_delay").orElse(proxy);
            findings.hint(said.line(), where,
                    said == proxy ? "stream_close_delay is missing" : said.text(),
                    "every reload of Caddy's configuration cuts all WebSockets at once, and all clients come back at once",
                    "stream_close_delay 5m");
        }
    }

    private void header(Directive header, String where) {
        if (ONE_HOP.contains(header.lower(0)) || overwrites(header)) {
            unheard(header, where);
        } else if (header.lower(0).equals("host") && header.word(1).contains("upstream")) {
            findings.hint(header.line(), where, header.text(),
                    "the upstream sees its own name as Host, while Origin names the page's: dev servers compare the two and"
                            + " refuse the socket",
                    "leave it out; Caddy passes Host on");
        }
    }

    /** Whether it puts something else in the place of what Caddy says of an upgrade. */
    private static boolean overwrites(Directive header) {
        String expected = header.lower(0).equals("upgrade") ? "websocket" : "upgrade";
        return ONE_HOP.contains("-" + header.lower(0)) && header.words().size() == 2
                && !header.lower(1).contains(expected) && !header.word(1).contains("{");
    }

    private void unheard(Directive header, String where) {
        findings.problem(header.line(), where, header.text(), "the upstream never hears of the upgrade",
                "leave it out");
    }

    private void transport(Directive transport, String where) {
        transport.find("versions")
                .filter(d -> !d.words().contains("1.1"))
                .ifPresent(d -> findings.problem(d.line(), where, d.text(),
                        "an upgrade is a matter of HTTP/1.1, which Caddy may not speak to this upstream",
                        "versions 1.1 2"));
        for (String name : new String[]{"read_timeout", "write_timeout"}) {
            transport.find(name)
                    .ifPresent(d -> patience.tooShort(d.word(0))
                            .ifPresent(t -> findings.problem(d.line(), where, d.text(), patience.why(t),
                                    "leave it out, or " + name + " " + Patience.enough())));
        }
    }
}
