package dev.socketscope.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.envoy.EnvoyBootstrap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvoyExamTest {
    private static final String GOOD = """
            static_resources:
              listeners:
                - address: {socket_address: {address: 0.0.0.0, port_value: 8080}}
                  filter_chains:
                    - filters:
                        - name: envoy.filters.network.http_connection_manager
                          typed_config:
                            "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                            stat_prefix: ingress
                            stream_idle_timeout: 3600s
                            upgrade_configs:
                              - upgrade_type: websocket
                            route_config:
                              virtual_hosts:
                                - name: sandbox
                                  domains: ["*"]
                                  routes:
                                    - match: {prefix: /_hmr}
                                      route:
                                        cluster: dev
                                        timeout: 0s
                                    - match: {prefix: /old}
                                      redirect: {path_redirect: /}
              clusters:
                - name: dev
                  type: STRICT_DNS
                  connect_timeout: 5s
                  circuit_breakers:
                    thresholds:
                      - {max_connections: 10000, max_requests: 10000}
                  load_assignment: {cluster_name: dev}
                - name: unused
                  type: STATIC
                  http2_protocol_options: {}
            """;
    private static final String ROUTE = "route /_hmr of sandbox: ";
    private static final String MANAGER = "http_connection_manager: ";

    @Test
    void aGoodConfigurationIsLeftAlone() {
        Examined good = Examined.of(GOOD);
        assertThat(good.diagnosis().type()).isEqualTo(ProxyType.ENVOY);
        assertThat(good.diagnosis().findings()).isEmpty();
    }

    @Test
    void theOwnBootstrapIsGood() {
        EngineInfo info = new EngineInfo("Local engine", "0", "127.0.0.1:9000", "nio", Instant.EPOCH,
                EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT, List.of());
        assertThat(Examined.of(EnvoyBootstrap.yaml(info,
                List.of(Route.toEverything("https://dev.example.org"), Route.of("*", "/a", "http://127.0.0.1:{port}"))))
                .diagnosis()
                .findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "timeout: 0s|timeout: 60s|21 route /_hmr of sandbox: timeout: 60s",
            "timeout: 0s|retry_policy: {}|19 route /_hmr of sandbox: timeout is missing, and 15s by default",
            "timeout: 0s|timeout: 0s~idle_timeout: 10s|22 route /_hmr of sandbox: idle_timeout: 10s",
            "stream_idle_timeout: 3600s|stream_idle_timeout: 30s|10 http_connection_manager: stream_idle_timeout: 30s",
            "stream_idle_timeout: 3600s|streamIdleTimeout: 20s|10 http_connection_manager: stream_idle_timeout: 20s",
            "stat_prefix: ingress|common_http_protocol_options: {max_stream_duration: 600s}"
                    + "|9 http_connection_manager: max_stream_duration: 600s",
            "stat_prefix: ingress|common_http_protocol_options: {max_connection_duration: 3600s}"
                    + "|9 http_connection_manager: max_connection_duration: 3600s",
            "timeout: 0s|timeout: 0s~max_stream_duration: {max_stream_duration: 5s}"
                    + "|22 route /_hmr of sandbox: max_stream_duration: 5s",
            "timeout: 0s|timeout: 0s~upgrade_configs: [{upgrade_type: websocket, enabled: false}]"
                    + "|22 route /_hmr of sandbox: upgrade_configs: websocket is disabled",
            "upgrade_type: websocket|upgrade_type: CONNECT|11 http_connection_manager: upgrade_configs has no websocket",
            "- upgrade_type: websocket|- {upgrade_type: WebSocket, enabled: false}"
                    + "|11 http_connection_manager: upgrade_configs: websocket is disabled",
            "connect_timeout: 5s|http2_protocol_options: {}|27 cluster dev: http2_protocol_options",
            "connect_timeout: 5s|common_http_protocol_options: {max_stream_duration: 60s}"
                    + "|27 cluster dev: max_stream_duration: 60s",
            "connect_timeout: 5s|typed_extension_protocol_options: {envoy.extensions.upstreams.http.v3.HttpProtocolOptions:"
                    + " {explicit_http_config: {http2_protocol_options: {allow_connect: false}}}}"
                    + "|27 cluster dev: http2_protocol_options"})
    void eachMistakeIsNamedWithItsLine(String good, String bad, String problem) {
        String written = bad.replace("~", "\n" + " ".repeat(28));
        Examined examined = Examined.of(GOOD.replace(good, written));
        assertThat(examined.problems()).containsExactly(problem);
    }

    @Test
    void whereUpgradesAreDisabledTheTimesAreToldToo() {
        String disabled = GOOD.replace("- upgrade_type: websocket", "- {upgrade_type: websocket, enabled: false}");
        assertThat(Examined.of(disabled.replace("timeout: 0s", "timeout: 9s")).problems()).containsExactly(
                "11 http_connection_manager: upgrade_configs: websocket is disabled",
                "21 route /_hmr of sandbox: timeout: 9s");
    }

    @Test
    void whatPassesBytesOnMayBeImpatientToo() {
        assertThat(Examined.of("""
                static_resources:
                  listeners:
                    - filter_chains:
                        - filters:
                            - typed_config:
                                "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                                idle_timeout: 20s
                                max_downstream_connection_duration: 300s
                """).problems()).containsExactly("7 tcp_proxy: idle_timeout: 20s",
                "8 tcp_proxy: max_downstream_connection_duration: 300s");
    }

    @Test
    void anAliasMeansWhatItsAnchorSays() {
        String aliased = "x-route: &route {cluster: dev, timeout: 0s}\n"
                + GOOD.replaceFirst("route:\\s+cluster: dev\\s+timeout: 0s", "route: *route");
        assertThat(Examined.of(aliased).diagnosis().findings()).isEmpty();
        assertThat(Examined.of(aliased.replace("timeout: 0s", "timeout: 7s")).problems())
                .containsExactly("1 route /_hmr of sandbox: timeout: 7s");
    }

    @Test
    void aliasesOfAliasesEndSomewhere() {
        StringBuilder bomb = new StringBuilder("static_resources: {}\na0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        assertThat(Examined.of(bomb.toString()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"timeout: 0s|max_stream_duration: {max_stream_duration: 0s}|15s by default",
            "connect_timeout: 5s|http2_protocol_options: {allow_connect: true}|"})
    void whatIsSaidToBeHarmlessIs(String good, String fine, String only) {
        assertThat(Examined.of(GOOD.replace(good, fine)).problems())
                .allMatch(problem -> only != null && problem.contains(only));
    }

    @Test
    void littleRoomIsAHint() {
        Examined little = Examined.of(GOOD.replace("{max_connections: 10000, max_requests: 10000}",
                "{max_connections: 100}"));
        assertThat(little.problems()).isEmpty();
        assertThat(little.hints()).containsExactly("28 cluster dev: circuit_breakers: max_requests is missing, and 1024"
                + " by default", "30 cluster dev: max_connections: 100");
        assertThat(Examined.of(GOOD.replaceFirst("(?s) {6}circuit_breakers.*?10000}\n", "")).hints()).hasSize(2)
                .allMatch(hint -> hint.startsWith("25 cluster dev: "));
    }

    @Test
    void onlyRoutesThatUpgradeAreMeantWhenSomeDo() {
        Examined examined = Examined.of("""
                resources:
                - "@type": type.googleapis.com/envoy.config.route.v3.RouteConfiguration
                  virtual_hosts:
                  - name: v
                    domains: ["*"]
                    routes:
                    - match: {path_separated_prefix: /ws}
                      route: {cluster: a, upgrade_configs: [{upgrade_type: websocket}]}
                    - match: {prefix: /}
                      route: {cluster: b, timeout: 10s}
                - "@type": type.googleapis.com/envoy.config.cluster.v3.Cluster
                  name: b
                  type: STATIC
                  http2_protocol_options: {}
                """);
        assertThat(examined.problems())
                .containsExactly("8 route /ws of v: timeout is missing, and 15s by default");
    }

    @Test
    void clustersAloneAreAllMeant() {
        assertThat(Examined.of("""
                {"resources": [{"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
                  "name": "b", "type": "STATIC",
                  "http2ProtocolOptions": {}}]}
                """).problems()).containsExactly("3 cluster b: http2_protocol_options");
    }

    @Test
    void fiveMinutesAreTooShortForPingsThatAreRarer() {
        String silent = GOOD.replace("stream_idle_timeout: 3600s", "generate_request_id: false");
        assertThat(Examined.of(silent).problems()).isEmpty();
        assertThat(Examined.of(silent, Duration.ofMinutes(5)).problems())
                .containsExactly("19 " + ROUTE + "stream_idle_timeout is missing, and 300s by default");
        assertThat(Examined.of(GOOD, Duration.ofHours(1)).problems())
                .containsExactly("10 " + MANAGER + "stream_idle_timeout: 3600s");
    }
}
