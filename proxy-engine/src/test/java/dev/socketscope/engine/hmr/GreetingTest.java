package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.HmrMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that the handshake does not name: their server's first message does, or they are none of ours. */
class GreetingTest {
    private static String dialect(String path, String first) {
        assertThat(HmrDetector.undecided(HmrMode.AUTO, path)).isTrue();
        return HmrMessages.parse(first.getBytes(StandardCharsets.UTF_8))
                .flatMap(message -> HmrDetector.byGreeting(path, message))
                .map(HmrDialect::wireName)
                .orElse("none");
    }

    /** As webpack-dev-server 5 and 6 begin, with one feature after the other switched off. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"hot\"}", "{\"type\":\"liveReload\"}", "{\"type\":\"progress\",\"data\":true}",
            "{\"type\":\"progress\",\"data\":\"linear\"}", "{\"type\":\"reconnect\",\"data\":10}",
            "{\"type\":\"reconnect\",\"data\":false}", "{\"type\":\"overlay\",\"data\":true}",
            "{\"type\":\"overlay\",\"data\":{\"errors\":true}}",
            "{\"type\":\"hash\",\"data\":\"3b76a853764551952ff1\"}"})
    void webpackIsKnownByWhatItBeginsWith(String first) {
        assertThat(dialect("/ws", first)).isEqualTo("webpack");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\":\"update\",\"assets\":[{\"id\":\"llZvC\",\"output\":\"\",\"envHash\":\"d6ea1d42532a7575\"}]}",
            "{\"type\":\"error\",\"diagnostics\":{\"ansi\":[],\"html\":[]}}"})
    void parcelIsKnownByWhatItSaysFirst(String first) {
        assertThat(dialect("/", first)).isEqualTo("parcel");
        assertThat(dialect("/ws", first)).as("Parcel's page asks for /").isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"ok\"}", "{\"type\":\"hot\",\"celsius\":41}", "{\"type\":\"hash\",\"data\":5}",
            "{\"type\":\"hash\",\"data\":\"of something else\"}", "{\"type\":\"reconnect\",\"data\":\"please\"}",
            "{\"type\":\"overlay\",\"layer\":\"rain\"}", "{\"type\":\"progress\",\"data\":0.4}",
            "{\"type\":\"error\",\"message\":\"sensor 4\"}", "{\"type\":\"error\",\"diagnostics\":{\"sensor\":4}}",
            "{\"type\":\"update\",\"path\":\"/sensors/4\"}", "{\"type\":\"update\",\"assets\":[]}",
            "{\"type\":\"update\",\"assets\":[{\"id\":\"BTC\",\"price\":1}]}",
            "{\"type\":\"update\",\"updates\":[{\"path\":\"/a\"}]}",
            "{\"type\":\"connected\"}", "{\"type\":\"full-reload\"}", "{\"type\":\"reload\"}", "[]", "hot", "{}", ""})
    void anApplicationThatUsesTheSameWordsIsLeftAlone(String first) {
        assertThat(dialect("/ws", first)).isEqualTo("none");
        assertThat(dialect("/telemetry/ws", first)).isEqualTo("none");
        assertThat(dialect("/", first)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(value = {"/, vite-hmr, vite", "/base/, vite-hmr, vite", "/_nuxt/, vite-hmr, vite",
            "/_next/hmr, NULL, next",
            "/docs/_next/webpack-hmr, NULL, next", "/_hmr, NULL, guide", "/_hmr, vite-hmr, vite", "/chat, NULL, none",
            "/, graphql-ws, none", "/ws/telemetry, NULL, none"}, nullValues = "NULL")
    void theHandshakeNamesMostServers(String path, String subprotocol, String dialect) {
        Optional<String> named = HmrDetector.byHandshake(HmrMode.AUTO, subprotocol, path).map(HmrDialect::wireName);
        assertThat(named.orElse("none")).isEqualTo(dialect);
        assertThat(HmrDetector.byHandshake(HmrMode.OFF, subprotocol, path)).isEmpty();
    }
}
