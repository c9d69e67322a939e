package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.HmrMode;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of a route that say how its sockets are carried and what its upstream gets to see. */
class RoutePolicyTest {
    private static Route route(String keys) throws ConfigException {
        return ConfigFile.parse("x.yaml", "routes:\n- upstream: http://127.0.0.1:1\n" + keys.indent(2))
                .routes()
                .getFirst();
    }

    private static void assertProblems(String keys, String... expected) {
        assertThatThrownBy(() -> route(keys)).isInstanceOf(ConfigException.class)
                .hasMessage(String.join("\n", expected));
    }

    @Test
    void everyKeyOfARouteIsTakenOver() throws Exception {
        Route route = route("""
                idleTimeout: 90s
                keepAlive: {pingInterval: 20s, pongTimeout: 5s, maxMissedPongs: 3, legs: upstream}
                hold: {upstream: false, client: true, for: 2m}
                reconnect:
                  initialDelay: 250ms
                  maxDelay: 10s
                  multiplier: 1.5
                  jitter: 0
                  maxAttempts: 4
                buffer: {maxMessages: 20, maxAge: 15s, maxBytes: 64KiB}
                hmr: webpack
                headers:
                  forward: [Cookie, origin, 'X-Trace']
                verifyTls: false
                """);

        assertThat(route.tunnel()).isEqualTo(new TunnelPolicy(Duration.ofSeconds(90),
                new KeepAlive(Duration.ofSeconds(20), Duration.ofSeconds(5), 3, KeepAlive.Legs.UPSTREAM),
                new Hold(false, true, Duration.ofMinutes(2)),
                new Reconnect(Duration.ofMillis(250), Duration.ofSeconds(10), 1.5, 0, 4),
                new BufferBounds(20, Duration.ofSeconds(15), 64 << 10), HmrMode.WEBPACK));
        assertThat(route.headers()).isEqualTo(HeaderPolicy.only(Set.of("cookie", "origin", "x-trace")));
        assertThat(route.tls()).isEqualTo(UpstreamTls.UNVERIFIED);
    }

    @Test
    void emptyMappingsAndWrittenOutDefaultsMeanTheDefaults() throws Exception {
        Route usual = Route.toEverything("http://127.0.0.1:1");

        assertThat(route("keepAlive: {}\nhold: {}\nreconnect: {}\nbuffer: {}\nheaders: {}"))
                .isEqualTo(usual);
        assertThat(route("""
                idleTimeout: 3600s
                keepAlive: {pingInterval: 30s, pongTimeout: 10s, maxMissedPongs: 2, legs: both}
                hold: {upstream: true, client: false, for: 60s}
                reconnect: {initialDelay: 1s, maxDelay: 30s, multiplier: 2, jitter: 0.3, maxAttempts: 10}
                buffer: {maxMessages: 100, maxAge: 60s, maxBytes: 8MiB}
                hmr: auto
                headers: {forward: all}
                verifyTls: true
                """)).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "false", "'off'"})
    void keepAliveCanBeSwitchedOffAsAWhole(String word) throws Exception {
        assertThat(route("keepAlive: " + word).tunnel().keepAlive()).isEqualTo(KeepAlive.OFF);
    }

    @Test
    void hotReloadIsSwitchedOffByAWordThatYamlOnceTookForABoolean() throws Exception {
        assertThat(route("hmr: off").tunnel().hmr()).isEqualTo(HmrMode.OFF);
    }

    @Test
    void anEmptyListLetsNothingThrough() throws Exception {
        assertThat(route("headers: {forward: []}").headers()).isEqualTo(HeaderPolicy.only(Set.of()));
    }

    @Test
    void aDefaultGivesWayToWhatIsWrittenBesideIt() throws Exception {
        assertThat(route("keepAlive: {pingInterval: 2s}").tunnel().keepAlive().pongTimeout())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(route("reconnect: {initialDelay: 1m}").tunnel().reconnect().maxDelay())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void valuesThatDoNotGoTogetherAreNamedWithTheirLine() {
        assertProblems("""
                keepAlive:
                  pingInterval: 5s
                  pongTimeout: 10s
                reconnect:
                  maxDelay: 500ms
                """, "x.yaml:5: routes[0].keepAlive.pongTimeout: got \"10s\", expected at most pingInterval, 5s:"
                + " each ping is answered or missed before the next one",
                "x.yaml:7: routes[0].reconnect.maxDelay: got \"500ms\", expected at least initialDelay, 1s");
    }

    @Test
    void aValueIsNotComparedWithOneThatDoesNotFitItself() {
        assertProblems("keepAlive: {pingInterval: soon, pongTimeout: 40s}",
                "x.yaml:3: routes[0].keepAlive.pingInterval: got \"soon\", expected a duration from 100ms to 1h such as"
                        + " 500ms, 10s, 5m or 1h");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "idleTimeout: 500ms|idleTimeout: got \"500ms\", expected a duration from 1s to 168h such as 500ms, 10s, 5m or 1h",
            "idleTimeout: 60|idleTimeout: got \"60\", expected a duration from 1s to 168h such as 500ms, 10s, 5m or 1h",
            "keepAlive: true|keepAlive: got \"true\", expected a mapping, or off",
            "keepAlive: {maxMissedPongs: 0}|keepAlive.maxMissedPongs: got \"0\", expected a whole number from 1 to 100",
            "keepAlive: {legs: all}|keepAlive.legs: got \"all\", expected one of both, client, upstream, none",
            "hold: {upstream: yes}|hold.upstream: got \"yes\", expected true or false",
            "hold: {for: 0s}|hold.for: got \"0s\", expected a duration from 100ms to 24h such as 500ms, 10s, 5m or 1h",
            "hold: off|hold: got \"off\", expected a mapping",
            "reconnect: {initialDelay: 1ms}|reconnect.initialDelay: got \"1ms\", expected a duration from 10ms to 1h such as 500ms, 10s, 5m or 1h",
            "reconnect: {multiplier: 0.5}|reconnect.multiplier: got \"0.5\", expected a number from 1 to 10 such as 5.5",
            "reconnect: {jitter: 30%}|reconnect.jitter: got \"30%\", expected a number from 0 to 1 such as 0.5",
            "reconnect: {maxAttempts: 0}|reconnect.maxAttempts: got \"0\", expected a whole number from 1 to 10000",
            "buffer: {maxMessages: 100001}|buffer.maxMessages: got \"100001\", expected a whole number from 1 to 100000",
            "buffer: {maxBytes: 2GiB}|buffer.maxBytes: got \"2GiB\", expected a size from 1KiB to 1GiB such as 512, 64KiB or 1GB",
            "hmr: rollup|hmr: got \"rollup\", expected one of auto, vite, webpack, next, parcel, guide, off",
            "headers: all|headers: got \"all\", expected a mapping",
            "headers: {forward: none}|headers.forward: got \"none\", expected all, or a list of header names such as [cookie, origin]",
            "headers: {forward: [cookie, [a]]}|headers.forward[1]: got a list, expected a header name such as origin, and not one that concerns a single hop, such as connection",
            "headers: {forward: [Upgrade]}|headers.forward[0]: got \"Upgrade\", expected a header name such as origin, and not one that concerns a single hop, such as connection",
            "headers: {forward: ['a b']}|headers.forward[0]: got \"a b\", expected a header name such as origin, and not one that concerns a single hop, such as connection",
            "headers: {allow: [a]}|headers.allow: got a list for an unknown key, expected one of forward",
            "verifyTls: no|verifyTls: got \"no\", expected true or false",
            "verifytls: true|verifytls: got \"true\" for an unknown key, expected one of match, upstream, requestTimeout, compression, idleTimeout, keepAlive, hold, reconnect, buffer, hmr, headers, verifyTls, tls; did you mean verifyTls?"})
    void whatDoesNotFitIsToldWithWhatWasExpected(String keys, String problem) {
        assertProblems(keys, "x.yaml:3: routes[0]." + problem);
    }
}
