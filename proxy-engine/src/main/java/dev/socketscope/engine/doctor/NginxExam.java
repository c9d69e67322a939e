package dev.socketscope.engine.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in an nginx configuration breaks WebSockets. */
final class NginxExam {
    private static final String UPGRADE = "proxy_set_header Upgrade $http_upgrade;";
    private static final String MAP = "map $http_upgrade $connection_upgrade { default upgrade; '' close; }"
            + " and proxy_set_header Connection $connection_upgrade;";
    /** What nginx waits when nothing is said, in both directions. */
    private static final String USUAL_TIMEOUT = "60s";
    private static final Set<String> NOT_HTTP = Set.of("stream", "mail");

    private final Patience patience;
    private final Findings findings;

    NginxExam(Duration pingInterval, Findings findings) {
        this.patience = new Patience(pingInterval);
        this.findings = findings;
    }

    void examine(Directive file) {
        List<NginxPlace> places = new ArrayList<>();
        collect(List.of(file), places);
        boolean some = places.stream().anyMatch(NginxPlace::upgrades);
        places.stream()
                .filter(place -> !some || place.upgrades() || place.soundsLikeSockets())
                .forEach(this::examine);
    }

    private static void collect(List<Directive> levels, List<NginxPlace> places) {
        for (Directive directive : levels.getLast().body()) {
            if (directive.is("proxy_pass")) {
                places.add(new NginxPlace(levels, directive));
            }
            if (!directive.body().isEmpty() && !NOT_HTTP.contains(directive.name())) {
                List<Directive> deeper = new ArrayList<>(levels);
                deeper.add(directive);
                collect(deeper, places);
            }
        }
    }

    private void examine(NginxPlace place) {
        Optional<Directive> unknown = place.unknown();
        unknown.ifPresent(include -> findings.hint(include.line(), place.where(), include.text() + " is not read",
                "what is missing here may stand there, so nothing is said of it", "give that file as well"));
        version(place, unknown.isPresent());
        upgrade(place, unknown.isPresent());
        connection(place, unknown.isPresent());
        host(place, unknown.isPresent());
        timeout(place, "proxy_read_timeout");
        timeout(place, "proxy_send_timeout");
        place.setting("proxy_buffering")
                .filter(d -> d.word(0).equals("on"))
                .ifPresent(d -> findings.hint(d.line(), place.where(), d.text(),
                        "upgrades are never buffered, but server-sent events and long polls, which pages fall back to, wait"
                                + " until a buffer is full",
                        "proxy_buffering off;"));
    }

    private void version(NginxPlace place, boolean mayStandElsewhere) {
        String why = "a server must not take an upgrade that comes by HTTP/1.0 (RFC 9110 §7.8); some do, and others"
                + " refuse it";
        Optional<Directive> version = place.setting("proxy_http_version");
        if (version.isEmpty() && !mayStandElsewhere) {
            findings.problem(place.pass().line(), place.where(), "proxy_http_version is missing",
                    "nginx before 1.29.7 speaks HTTP/1.0 to upstreams; " + why, "proxy_http_version 1.1;");
        }
        version.filter(d -> !d.word(0).equals("1.1"))
                .ifPresent(d -> findings.problem(d.line(), place.where(), d.text(), why, "proxy_http_version 1.1;"));
    }

    private void upgrade(NginxPlace place, boolean mayStandElsewhere) {
        Optional<Directive> header = place.header("upgrade");
        if (header.isEmpty() && !mayStandElsewhere) {
            missing(place, "upgrade", "Upgrade", "the field concerns one hop, so nginx drops it, and the upstream never"
                    + " hears of the upgrade", UPGRADE);
        }
        header.filter(d -> d.word(1).isEmpty())
                .ifPresent(d -> findings.problem(d.line(), place.where(), d.text(),
                        "an empty value removes the field, and the upstream never hears of the upgrade", UPGRADE));
    }

    private void connection(NginxPlace place, boolean mayStandElsewhere) {
        Optional<Directive> header = place.header("connection");
        if (header.isEmpty() && !mayStandElsewhere) {
            missing(place, "connection", "Connection",
                    "nginx sends Connection: close, and without Connection: upgrade the"
                            + " Upgrade field means nothing",
                    MAP);
        }
        header.ifPresent(d -> {
            String value = d.lower(1);
            if (value.equals("upgrade")) {
                findings.hint(d.line(), place.where(), d.text(),
                        "plain requests are sent with it too: connections to the upstream are not kept, and some servers"
                                + " refuse such requests",
                        MAP);
            } else if (!value.contains("$") && !value.contains("upgrade")) {
                findings.problem(d.line(), place.where(), d.text(),
                        "without Connection: upgrade the Upgrade field means nothing", MAP);
            }
            place.map(d.word(1))
                    .flatMap(NginxMap::wrong)
                    .ifPresent(line -> findings.problem(line.line(), place.where(),
                            line.is("map") ? line.text() + " has no default"
                                    : d.word(1) + " of the map: " + line.text(),
                            "without Connection: upgrade the Upgrade field means nothing",
                            "default upgrade; '' close;"));
        });
    }

    private void host(NginxPlace place, boolean mayStandElsewhere) {
        Optional<Directive> host = place.header("host");
        String why = "the upstream sees its own name as Host, while Origin names the page's: dev servers compare the two and"
                + " refuse the socket";
        String fix = "proxy_set_header Host $http_host;";
        if (host.isEmpty() && !mayStandElsewhere) {
            missing(place, "host", "Host", why, fix);
        }
        host.filter(d -> d.word(1).equals("$proxy_host"))
                .ifPresent(d -> findings.problem(d.line(), place.where(), d.text(), why, fix));
    }

    private void missing(NginxPlace place, String name, String shown, String why, String fix) {
        Optional<Directive> lost = place.lostHeader(name);
        findings.problem(lost.map(Directive::line).orElse(place.pass().line()), place.where(),
                lost.map(d -> d.text() + " does not reach here").orElse("proxy_set_header " + shown + " is missing"),
                lost.map(_ -> "a level that has a proxy_set_header of its own inherits none; ").orElse("") + why,
                fix + lost.map(_ -> " in " + place.where()).orElse(""));
    }

    private void timeout(NginxPlace place, String name) {
        Optional<Directive> said = place.setting(name);
        String time = said.map(d -> d.word(0)).orElse(USUAL_TIMEOUT);
        boolean reading = name.equals("proxy_read_timeout");
        patience.tooShort(time)
                .ifPresent(t -> findings.problem(said.map(Directive::line).orElse(place.pass().line()), place.where(),
                        said.map(Directive::text).orElse(name + " is missing, and " + USUAL_TIMEOUT + " by default"),
                        reading ? patience.why(t)
                                : "an upstream that stops reading for " + ProxyTime.text(t) + " is cut, as a dev server"
                                        + " does that builds",
                        name + " " + Patience.enough() + ";"));
    }
}
