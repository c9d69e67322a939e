package dev.socketscope.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static Diagnosis examine(String text, Optional<ProxyType> type) throws UnreadableException {
        return new Doctor(Duration.ofSeconds(30)).examine("x.conf", text, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NGINX|server {#location / {#|x.conf:2: { is never closed",
            "NGINX|server { listen 80 }|x.conf:1: no ; before }", "NGINX|listen 80|x.conf:1: no ; before the end",
            "NGINX|}|x.conf:1: } closes nothing", "NGINX|#a;#b 'c;|x.conf:3: the quote ' is never closed",
            "CADDY|:80 {#reverse_proxy a|x.conf:1: { is never closed", "CADDY|a#}|x.conf:2: } closes nothing",
            "CADDY|a <<X# X1|x.conf:1: <<X is never closed", "ENVOY|static_resources: [|x.conf:1: not valid YAML",
            "ENVOY|- a|x.conf: expected a mapping",
            "ENVOY|a: 1#---#b: 2|x.conf:3: a second document"})
    void whatCannotBeReadIsToldWithItsLine(ProxyType type, String text, String message) {
        assertThatThrownBy(() -> examine(text.replace("#", "\n"), Optional.of(type)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"a letter to a friend", "'{\"name\": \"package.json\"}'", "'version: 3'", "''"})
    void whatIsNoneOfThemIsNotGuessed(String text) {
        assertThatThrownBy(() -> examine(text, Optional.empty())).isInstanceOf(UnreadableException.class)
                .hasMessageContaining("--type");
    }

    @Test
    void bracesThatAreTooManyAreRefused() {
        assertThatThrownBy(() -> examine("a {".repeat(60), Optional.of(ProxyType.NGINX)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("50 levels");
    }

    @ParameterizedTest
    @CsvSource({"60, 60000", "15s, 15000", "0.5s, 500", "1h 30m, 5400000", "1m30s, 90000", "1d, 86400000", "250ms, 250",
            "0, 0"})
    void timesAreReadAsProxiesWriteThem(String text, long millis) {
        assertThat(ProxyTime.parse(text)).hasValue(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"''", "$timeout", "*idle", "15 seconds", "s", "-1"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(ProxyTime.parse(text)).isEmpty();
    }
}
