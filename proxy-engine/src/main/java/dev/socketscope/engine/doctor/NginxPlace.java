package dev.socketscope.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place of an nginx configuration that passes requests on.
 *
 * @param levels from the file down to the block that has the {@code proxy_pass}
 */
record NginxPlace(List<Directive> levels, Directive pass) {
    private static final Pattern SOCKET_PATH = Pattern
            .compile("(?i)\\bws\\b|wss|socket|sockjs|hmr|/cable|signalr|/hub|livereload|webpack|@vite|telemetry");

    String where() {
        return innermostFirst().filter(d -> d.is("location") || d.is("server"))
                .findFirst()
                .map(Directive::text)
                .orElse("the file");
    }

    private Stream<Directive> innermostFirst() {
        return levels.reversed().stream();
    }

    /** What counts here: the innermost one. */
    Optional<Directive> setting(String name) {
        return innermostFirst().flatMap(level -> level.find(name).stream()).findFirst();
    }

    /** Those of the innermost level that has any: nginx does not add up the levels. */
    List<Directive> headers() {
        return headerLevels().findFirst().map(level -> level.all("proxy_set_header").toList()).orElse(List.of());
    }

    private Stream<Directive> headerLevels() {
        return innermostFirst().filter(level -> level.find("proxy_set_header").isPresent());
    }

    Optional<Directive> header(String name) {
        return named(headers(), name);
    }

    /** A header that an outer level sets and this one, by setting others, does without. */
    Optional<Directive> lostHeader(String name) {
        return headerLevels().skip(1)
                .flatMap(level -> named(level.all("proxy_set_header").toList(), name).stream())
                .findFirst();
    }

    private static Optional<Directive> named(List<Directive> headers, String name) {
        return headers.stream().filter(h -> h.lower(0).equals(name)).reduce((_, later) -> later);
    }

    /** The map that makes a variable; empty when it stands elsewhere. */
    Optional<NginxMap> map(String variable) {
        return NginxMap.of(levels.getFirst(), variable);
    }

    /** Whether it was written with upgrades in mind. */
    boolean upgrades() {
        return header("upgrade").isPresent() || header("connection").filter(h -> h.lower(1).contains("upgrade"))
                .isPresent();
    }

    /** Whether its path is one where sockets are usually found. */
    boolean soundsLikeSockets() {
        return SOCKET_PATH.matcher(where()).find();
    }

    /** An include beside its settings, in which any of them may stand. */
    Optional<Directive> unknown() {
        return innermostFirst().filter(d -> d.is("server") || d.is("location"))
                .flatMap(d -> d.all("include"))
                .filter(d -> !d.word(0).endsWith(".types"))
                .findFirst();
    }
}
