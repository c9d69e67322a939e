package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.doctor.Diagnosis;
import dev.socketscope.engine.doctor.Doctor;
import dev.socketscope.engine.doctor.Finding;
import dev.socketscope.engine.doctor.UnreadableException;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The doctor's word against a real nginx. Java-WebSocket's server takes no upgrade by HTTP/1.0, Node's none without {@code Connection}.
 */
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

    private static Sandbox sandbox() throws IOException {
        return Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Diagnosis examine(String server) throws UnreadableException {
        return new Doctor(Duration.ofSeconds(30)).examine("nginx.conf", server, Optional.empty());
    }

    @Test
    void whatItCallsGoodCarriesWebSockets() throws Exception {
        try (Sandbox upstream = sandbox()) {
            String server = GOOD.formatted(upstream.uri());
            assertThat(examine(server).findings()).isEmpty();
            try (Nginx nginx = Nginx.serving("doctor-good", server)) {
                Peer.check(nginx.address(), "text");
            }
        }
    }

    @Test
    void anUpgradeByHttp10IsRefused() throws Exception {
        try (Sandbox upstream = sandbox()) {
            carriesNone(GOOD.formatted(upstream.uri()).replace("proxy_http_version 1.1;", ""),
                    "proxy_http_version is missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"Upgrade $http_upgrade, Upgrade", "Connection $http_connection, Connection"})
    void anUpgradeWithoutItsHeadersIsNone(String left, String name) throws Exception {
        try (Peer upstream = new Peer("doctor-headers")) {
            carriesNone(GOOD.formatted(upstream.url()).replace("proxy_set_header " + left + ";", ""),
                    "proxy_set_header " + name + " is missing");
        }
    }

    private static void carriesNone(String server, String what) throws Exception {
        assertThat(examine(server).findings()).extracting(Finding::what).containsExactly(what);
        try (Nginx nginx = Nginx.serving("doctor-bad", server)) {
            assertThatThrownBy(() -> Peer.check(nginx.address(), "text")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aReadTimeoutThatItCallsTooShortCutsASilentSocket() throws Exception {
        try (Sandbox upstream = sandbox()) {
            String server = GOOD.formatted(upstream.uri()).replace("proxy_read_timeout 1h", "proxy_read_timeout 1s");
            assertThat(examine(server).findings()).extracting(Finding::what).containsExactly("proxy_read_timeout 1s");
            try (Nginx nginx = Nginx.serving("doctor-short", server);
                    Program silent = Peer.start(nginx.address(), "awaitClose")) {
                assertThat(silent.awaitEnd(Duration.ofSeconds(30))).isZero();
                assertThat(silent.output()).contains("\"code\":1006");
            }
        }
    }
}
