package dev.socketscope.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NginxExamTest {
    private static final String GOOD = """
            # One server for page and socket.
            worker_processes auto;
            http {
                include mime.types;
                map $http_upgrade $connection_upgrade {
                    default upgrade;
                    ''      close;
                }
                server {
                    listen 80;
                    server_name "dev.example.org";
                    location / {
                        proxy_pass http://127.0.0.1:5173;
                        proxy_http_version 1.1;
                        proxy_set_header Host $http_host;
                        proxy_set_header Upgrade $http_upgrade;
                        proxy_set_header Connection $connection_upgrade;
                        proxy_read_timeout 1h;
                    }
                }
            }
            """;

    @Test
    void aGoodConfigurationIsLeftAlone() {
        Examined good = Examined.of(GOOD);
        assertThat(good.diagnosis().type()).isEqualTo(ProxyType.NGINX);
        assertThat(good.diagnosis().findings()).isEmpty();
        assertThat(good.diagnosis().healthy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "proxy_http_version 1.1;||13 location /: proxy_http_version is missing",
            "proxy_http_version 1.1;|proxy_http_version 1.0;|14 location /: proxy_http_version 1.0",
            "proxy_set_header Host $http_host;||13 location /: proxy_set_header Host is missing",
            "Host $http_host;|Host $proxy_host;|15 location /: proxy_set_header Host $proxy_host",
            "proxy_set_header Upgrade $http_upgrade;||13 location /: proxy_set_header Upgrade is missing",
            "Upgrade $http_upgrade;|Upgrade '';|16 location /: proxy_set_header Upgrade \"\"",
            "proxy_set_header Connection $connection_upgrade;||13 location /: proxy_set_header Connection is missing",
            "Connection $connection_upgrade;|Connection '';|17 location /: proxy_set_header Connection \"\"",
            "Connection $connection_upgrade;|Connection close;|17 location /: proxy_set_header Connection close",
            "default upgrade;|default close;|6 location /: $connection_upgrade of the map: default close",
            "default upgrade;|default upgrade; websocket keep-alive;"
                    + "|6 location /: $connection_upgrade of the map: websocket keep-alive",
            "default upgrade;||5 location /: map $http_upgrade $connection_upgrade has no default",
            "proxy_read_timeout 1h;|proxy_read_timeout 30;|18 location /: proxy_read_timeout 30",
            "proxy_read_timeout 1h;|proxy_read_timeout 500ms;|18 location /: proxy_read_timeout 500ms",
            "proxy_read_timeout 1h;|proxy_send_timeout 0m10s;|18 location /: proxy_send_timeout 0m10s"})
    void eachMistakeIsNamedWithItsLine(String good, String bad, String problem) {
        Examined examined = Examined.of(GOOD.replace(good, bad == null ? "" : bad));
        assertThat(examined.problems()).containsExactly(problem);
        assertThat(examined.diagnosis().healthy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"default upgrade;|include upgrades.map;",
            "default upgrade;|~*websocket upgrade;",
            "default upgrade;|default \"keep-alive, Upgrade\";", "default upgrade;|default $http_connection;",
            "default upgrade;|websocket upgrade; default close;", "map $http_upgrade|map $http_x_proto"})
    void aMapMayBeWrittenInManyWays(String good, String fine) {
        assertThat(Examined.of(GOOD.replace(good, fine)).problems()).isEmpty();
    }

    @Test
    void aBarePassIsAllThatCanBeWrong() {
        Examined examined = Examined.of("""
                server {
                  listen 8080;
                  location / { proxy_pass http://127.0.0.1:3000; }
                }
                """);
        assertThat(examined.problems()).containsExactly("3 location /: proxy_http_version is missing",
                "3 location /: proxy_set_header Upgrade is missing",
                "3 location /: proxy_set_header Connection is missing",
                "3 location /: proxy_set_header Host is missing");
        assertThat(examined.hints()).isEmpty();
    }

    @Test
    void theUsualMinuteIsTooShortForPingsThatAreRarer() {
        String silent = GOOD.replace("proxy_read_timeout 1h;", "");
        assertThat(Examined.of(silent).problems()).isEmpty();
        assertThat(Examined.of(silent, Duration.ofMinutes(1)).problems()).containsExactly(
                "13 location /: proxy_read_timeout is missing, and 60s by default",
                "13 location /: proxy_send_timeout is missing, and 60s by default");
    }

    @Test
    void settingsOfOuterLevelsCountAndHeadersAreLostByHeaders() {
        Examined examined = Examined.of("""
                http {
                  proxy_http_version 1.1;
                  proxy_read_timeout 10s;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection $http_connection;
                  proxy_set_header Host $host;
                  server {
                    location /ws {
                      proxy_pass http://app;
                    }
                    location /socket {
                      proxy_read_timeout 1d;
                      proxy_set_header X-Real-IP $remote_addr;
                      proxy_pass http://app;
                    }
                  }
                }
                """);
        assertThat(examined.problems()).containsExactly("3 location /ws: proxy_read_timeout 10s",
                "4 location /socket: proxy_set_header Upgrade $http_upgrade does not reach here",
                "5 location /socket: proxy_set_header Connection $http_connection does not reach here",
                "6 location /socket: proxy_set_header Host $host does not reach here");
        assertThat(examined.diagnosis().findings().getLast().fix())
                .isEqualTo("proxy_set_header Host $http_host; in location /socket");
    }

    @Test
    void aPlainLocationBesideTheSocketsIsNoMistake() {
        Examined examined = Examined.of("""
                upstream app { server 127.0.0.1:3000; keepalive 16; }
                server {
                  location /api { proxy_pass http://app; }
                  location ~ "^/(cable|x{2})" {
                    proxy_pass http://app;
                    proxy_http_version 1.1;
                    proxy_set_header Upgrade "$http_upgrade";
                    proxy_set_header Connection "Upgrade";
                    proxy_set_header Host ${host};
                  }
                  location /sockjs-node { proxy_pass http://app; proxy_http_version 1.1; }
                }
                """);
        assertThat(examined.problems()).containsExactly(
                "11 location /sockjs-node: proxy_set_header Upgrade is missing",
                "11 location /sockjs-node: proxy_set_header Connection is missing",
                "11 location /sockjs-node: proxy_set_header Host is missing");
        assertThat(examined.hints())
                .containsExactly("8 location ~ ^/(cable|x{2}): proxy_set_header Connection Upgrade");
    }

    @Test
    void whatStandsInAnIncludeIsNotSaidToBeMissing() {
        Examined examined = Examined.of("""
                server {
                  location / {
                    include snippets/proxy.conf;
                    proxy_read_timeout 20s;
                    proxy_buffering on;
                    proxy_pass http://127.0.0.1:3000;
                  }
                }
                """);
        assertThat(examined.problems()).containsExactly("4 location /: proxy_read_timeout 20s");
        assertThat(examined.hints()).containsExactly("3 location /: include snippets/proxy.conf is not read",
                "5 location /: proxy_buffering on");
    }

    @Test
    void streamsAreNoHttpAndLuaIsNoConfiguration() {
        Examined examined = Examined.of("""
                stream { server { listen 1; proxy_pass 127.0.0.1:2; } }
                http { server {
                  access_by_lua_block { if x then y({1}) end; proxy_pass = '{}' }
                  location / { return 204; }
                } }
                """);
        assertThat(examined.diagnosis().findings()).isEmpty();
    }
}
