package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Strings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be set on a route, by its key in a configuration file. */
enum RouteField {
    HOST(Part.MATCH, "match.host"), PATH(Part.MATCH, "match.path"), UPSTREAM(Part.MATCH, "upstream"),
    //
    PING_INTERVAL(Part.ALIVE, "keepAlive.pingInterval"), PONG_TIMEOUT(Part.ALIVE, "keepAlive.pongTimeout"),
    MISSED_PONGS(Part.ALIVE, "keepAlive.maxMissedPongs"),
    LEGS(Part.ALIVE, "keepAlive.legs", "both", "client", "upstream", "none"), IDLE(Part.ALIVE, "idleTimeout"),
    //
    HOLD_UPSTREAM(Part.AWAY, "hold.upstream", "true", "false"), HOLD_CLIENT(Part.AWAY, "hold.client", "true", "false"),
    HOLD_FOR(Part.AWAY, "hold.for"), INITIAL_DELAY(Part.AWAY, "reconnect.initialDelay"),
    MAX_DELAY(Part.AWAY, "reconnect.maxDelay"), MULTIPLIER(Part.AWAY, "reconnect.multiplier"),
    JITTER(Part.AWAY, "reconnect.jitter"), ATTEMPTS(Part.AWAY, "reconnect.maxAttempts"),
    MAX_MESSAGES(Part.AWAY, "buffer.maxMessages"), MAX_AGE(Part.AWAY, "buffer.maxAge"),
    MAX_BYTES(Part.AWAY, "buffer.maxBytes"),
    //
    REQUEST_TIMEOUT(Part.OTHER, "requestTimeout"),
    COMPRESSION(Part.OTHER, "compression", "independent", "transparent", "off"),
    HMR(Part.OTHER, "hmr", "auto", "vite", "webpack", "next", "parcel", "guide", "off"),
    HEADERS(Part.OTHER, "headers.forward"),
    //
    VERIFY_TLS(Part.TLS, "verifyTls", "true", "false"), AUTHORITIES(Part.TLS, "tls.ca"),
    SERVER_NAME(Part.TLS, "tls.serverName"), CERTIFICATE(Part.TLS, "tls.cert"), PRIVATE_KEY(Part.TLS, "tls.key");

    /** What belongs together in a form. */
    enum Part {
        MATCH, ALIVE, AWAY, OTHER, TLS;

        String title() {
            return Strings.of("route.part." + name().toLowerCase(Locale.ROOT));
        }

        List<RouteField> fields() {
            return Stream.of(RouteField.values()).filter(field -> field.part == this).toList();
        }
    }

    private final Part part;
    private final String key;
    private final List<String> choices;

    RouteField(Part part, String key, String... choices) {
        this.part = part;
        this.key = key;
        this.choices = List.of(choices);
    }

    /** With dots, for example {@code keepAlive.pingInterval}. */
    String key() {
        return key;
    }

    /** All that it can be; empty when it is typed. */
    List<String> choices() {
        return choices;
    }

    /** Whether it is the path of a file. */
    boolean isFile() {
        return this == AUTHORITIES || this == CERTIFICATE || this == PRIVATE_KEY;
    }

    /** For people. */
    String title() {
        return Strings.of("route." + key);
    }

    /** What holds while it has no text, for people. */
    String usual() {
        return Strings.of(part == Part.TLS ? "route." + key + ".usual" : "route.default");
    }

    /** Whether a problem with this key, of a route, is one with this field or with an element of it. */
    boolean concerns(String problem) {
        return problem.equals(key) || problem.startsWith(key + "[");
    }

    /** Whether it is a key of that mapping. */
    boolean isBelow(String mapping) {
        return key.startsWith(mapping + ".");
    }
}
