package dev.socketscope.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaddyExamTest {
    private static final String GOOD = """
            # Everything to one dev server.
            {
            	admin off
            }

            dev.example.org {
            	encode gzip
            	handle /ws/* {
            		reverse_proxy 127.0.0.1:5173 {
            			stream_close_delay 5m
            			header_up X-Real-IP {http.request.remote.host}
            		}
            	}
            }
            """;
    private static final String DELAY = "stream_close_delay 5m";

    @Test
    void aGoodConfigurationIsLeftAlone() {
        Examined good = Examined.of(GOOD);
        assertThat(good.diagnosis().type()).isEqualTo(ProxyType.CADDY);
        assertThat(good.diagnosis().findings()).isEmpty();
    }

    @Test
    void aBareProxyWorksAndIsCutByReloadsOnly() {
        Examined examined = Examined.of("dev.example.org\nreverse_proxy localhost:5173\n");
        assertThat(examined.diagnosis().healthy()).isTrue();
        assertThat(examined.hints())
                .containsExactly("2 reverse_proxy localhost:5173: stream_close_delay is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stream_timeout 24h|stream_timeout 24h",
            "header_up -Upgrade|header_up -Upgrade",
            "header_up -Connection|header_up -Connection", "header_up Connection close|header_up Connection close",
            "header_up Upgrade \"\"|header_up Upgrade \"\"", "to h2c://10.0.0.1:80|to h2c://10.0.0.1:80"})
    void eachMistakeIsNamedWithItsLine(String bad, String what) {
        assertThat(Examined.of(GOOD.replace(DELAY, DELAY + "\n" + bad)).problems())
                .containsExactly("11 reverse_proxy 127.0.0.1:5173: " + what);
    }

    @ParameterizedTest
    @CsvSource({"read_timeout 30s, 30s", "write_timeout 1m30s, 90s", "versions h2c, 30s", "versions 2, 30s"})
    void aTransportMayBeTooImpatientOrTooModern(String bad, String pings) {
        Duration interval = ProxyTime.parse(pings).orElseThrow();
        Examined examined = Examined.of(GOOD.replace(DELAY, DELAY + "\ntransport http {\n" + bad + "\n}"), interval);
        assertThat(examined.problems()).containsExactly("12 reverse_proxy 127.0.0.1:5173: " + bad);
    }

    @Test
    void whatAnUpstreamNeverHearsOfIsNamed() {
        Examined examined = Examined.of("""
                a.test {
                	request_header @old -Upgrade
                	request_header -Cookie
                	reverse_proxy h2c://localhost:3000 {
                		header_up Connection {http.request.header.Connection}
                		header_up Upgrade websocket
                		stream_close_delay 5m
                	}
                }
                """);
        assertThat(examined.problems()).containsExactly("2 a.test: request_header @old -Upgrade",
                "4 reverse_proxy h2c://localhost:3000: h2c");
    }

    @ParameterizedTest
    @CsvSource({"read_timeout 31s", "read_timeout 0", "versions 1.1 2", "dial_timeout 1s"})
    void aTransportMayBeFine(String fine) {
        assertThat(Examined.of(GOOD.replace(DELAY, DELAY + "\ntransport http {\n" + fine + "\n}"))
                .diagnosis()
                .findings()).isEmpty();
    }

    @Test
    void textsAndPlaceholdersAreNoBraces() {
        Examined examined = Examined.of("""
                (snippet) {
                	header -Server
                }
                example.org, www.example.org {
                	respond /health `{"ok": true}` 200
                	respond /page <<HTML
                		{ <b>"unclosed</b> }
                		HTML 200
                	reverse_proxy /api/* {$UPSTREAM:localhost:3000} \\
                		10.0.0.1:80 { # two of them
                		stream_close_delay 5m
                		transport http {
                			read_timeout 10s
                		}
                	}
                }
                """);
        assertThat(examined.diagnosis().findings()).extracting(Finding::line, Finding::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(13, "read_timeout 10s"));
    }

    @Test
    void whatOnlyFallbacksSufferFromIsAHint() {
        Examined examined = Examined.of("""
                {
                  servers {
                    timeouts {
                      write 30s
                      idle 5m
                    }
                  }
                }
                :8080 {
                  reverse_proxy /ws* https://dev.example.org {
                    header_up Host {upstream_hostport}
                    flush_interval 1s
                    stream_timeout 0
                    stream_close_delay 0s
                  }
                }
                """);
        assertThat(examined.problems()).isEmpty();
        assertThat(examined.hints()).containsExactly("4 timeouts: write 30s",
                "11 reverse_proxy /ws* https://dev.example.org: header_up Host {upstream_hostport}",
                "12 reverse_proxy /ws* https://dev.example.org: flush_interval 1s",
                "14 reverse_proxy /ws* https://dev.example.org: stream_close_delay 0s");
    }
}
