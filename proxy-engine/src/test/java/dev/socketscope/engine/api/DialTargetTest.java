package dev.socketscope.engine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialTargetTest {
    private static DialTarget target(String uri, List<Header> headers, String... subprotocols) {
        return new DialTarget(URI.create(uri), headers, List.of(subprotocols), false, Duration.ofSeconds(1), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/", "ws:///path", "host", "ws://host/#part"})
    void onlyAddressesOfWebSocketsWillDo(String uri) {
        assertThatThrownBy(() -> target(uri, List.of())).hasMessageStartingWith("uri: expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Upgrade|x|made by the upgrade", "sec-websocket-key|x|made by the upgrade",
            "a b|x|no name", "''|x|no name", "X-A|ü€|cannot carry"})
    void headersThatCannotBeSentAreNamed(String name, String value, String why) {
        assertThatThrownBy(() -> target("ws://host/", List.of(new Header(name, value))))
                .hasMessageStartingWith("headers: ")
                .hasMessageContaining(why);
    }

    @Test
    void aHeaderStandsThereOnce() {
        assertThatThrownBy(() -> target("ws://host/", List.of(new Header("A", "1"), new Header("a", "2"))))
                .hasMessage("headers: a stands there twice");
    }

    @Test
    void subprotocolsAreNamesEachOnce() {
        assertThatThrownBy(() -> target("ws://host/", List.of(), "a", "a")).hasMessageStartingWith("subprotocols: ");
        assertThatThrownBy(() -> target("ws://host/", List.of(), "a,b")).hasMessageStartingWith("subprotocols: ");
    }

    @Test
    void asTextItHasNoSecrets() {
        assertThat(target("ws://host/?token=abc", List.of(new Header("Authorization", "Bearer abc"))).toString())
                .contains("Authorization", "token=")
                .doesNotContain("abc");
    }
}
