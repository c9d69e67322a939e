package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.doctor.Diagnosis;
import dev.socketscope.engine.doctor.Doctor;
import dev.socketscope.engine.doctor.Finding;
import dev.socketscope.engine.doctor.UnreadableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor's word against a real nginx. */
@Timeout(60)
class DoctorIT {
    private static final String GOOD = """
            location / {
              proxy_pass %s;
              proxy_http_version 1.1;
              proxy_set_header Host $http_host;
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection $http_connection;
              proxy_read_timeout 1h;
            }
            """;

    private static Diagnosis examine(String server) throws UnreadableException {
        return new Doctor(Duration.ofSeconds(30)).examine("nginx.conf", server, Optional.empty());
    }

    @Test
    void whatItCallsGoodCarriesWebSockets() throws Exception {
        try (Peer peer = new Peer("doctor-good")) {
            String server = GOOD.formatted(peer.url());
            assertThat(examine(server).findings()).isEmpty();
            try (Nginx nginx = Nginx.serving("doctor-good", server)) {
                Peer.check(nginx.address(), "text");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"proxy_http_version 1.1;|proxy_http_version is missing",
            "proxy_set_header Upgrade $http_upgrade;|proxy_set_header Upgrade is missing",
            "proxy_set_header Connection $http_connection;|proxy_set_header Connection is missing"})
    void whatItCallsBadCarriesNone(String left, String what) throws IOException, UnreadableException {
        try (Peer peer = new Peer("doctor-bad")) {
            String server = GOOD.formatted(peer.url()).replace(left, "");
            assertThat(examine(server).findings()).extracting(Finding::what).containsExactly(what);
            try (Nginx nginx = Nginx.serving("doctor-bad", server)) {
                assertThatThrownBy(() -> Peer.check(nginx.address(), "text")).isInstanceOf(AssertionError.class);
            }
        }
    }

    @Test
    void aReadTimeoutThatItCallsTooShortCutsASilentSocket() throws Exception {
        try (Peer peer = new Peer("doctor-short")) {
            String server = GOOD.formatted(peer.url()).replace("proxy_read_timeout 1h", "proxy_read_timeout 1s");
            assertThat(examine(server).findings()).extracting(Finding::what).containsExactly("proxy_read_timeout 1s");
            try (Nginx nginx = Nginx.serving("doctor-short", server);
                    Program silent = Peer.start(nginx.address(), "awaitClose")) {
                assertThat(silent.awaitEnd(Duration.ofSeconds(30))).isZero();
                assertThat(silent.output()).contains("\"code\":1006");
            }
        }
    }
}
