package dev.socketscope.engine.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.LuaPerRoute;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bootstrap as Envoy's own messages read it. */
class EnvoyBootstrapTest {
    private static final EngineConfig.Limits LIMITS = new EngineConfig.Limits(5_000, 300, 1 << 20,
            Duration.ofMillis(2_500));
    private static final EngineInfo INFO = new EngineInfo("Local engine", "0", "127.0.0.1:9000", "nio", Instant.EPOCH,
            EngineConfig.Capture.DEFAULT, LIMITS, List.of());

    private static Bootstrap bootstrap(Route... routes) throws InvalidProtocolBufferException {
        return EnvoyMessages.bootstrap(EnvoyBootstrap.yaml(INFO, List.of(routes)));
    }

    private static Route plain(String upstream) {
        return Route.toEverything(upstream);
    }

    private static Route unverified(String upstream) {
        return plain(upstream).with(UpstreamTls.UNVERIFIED);
    }

    private static Cluster cluster(Route route) throws InvalidProtocolBufferException {
        return bootstrap(route).getStaticResources().getClusters(0);
    }

    @Test
    void aWebSocketIsUpgradedAndNotCutWhileItLives() throws Exception {
        Bootstrap bootstrap = bootstrap(
                plain("http://127.0.0.1:5173").with(TunnelPolicy.DEFAULT.idleAfter(Duration.ofMillis(90_500))));
        SocketAddress listen = bootstrap.getStaticResources().getListeners(0).getAddress().getSocketAddress();
        assertThat(listen.getAddress() + ":" + listen.getPortValue()).isEqualTo(INFO.listen());
        HttpConnectionManager manager = EnvoyMessages.manager(bootstrap);
        assertThat(manager.getUpgradeConfigsList()).singleElement()
                .satisfies(u -> assertThat(u.getUpgradeType()).isEqualTo("websocket"));
        assertThat(manager.getStatPrefix()).isNotEmpty();
        assertThat(manager.getAccessLogList()).hasSize(1);
        assertThat(manager.getHttpFiltersList().getLast().getName()).isEqualTo("envoy.filters.http.router");
        RouteAction action = manager.getRouteConfig().getVirtualHosts(0).getRoutes(0).getRoute();
        assertThat(action.hasTimeout()).isTrue();
        assertThat(action.getTimeout().getSeconds()).isZero();
        assertThat(action.getIdleTimeout().getSeconds()).isEqualTo(90);
        assertThat(action.getIdleTimeout().getNanos()).isEqualTo(500_000_000);
        assertThat(bootstrap.getAdmin().getAddress().getSocketAddress().getAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void anUpstreamSpeaksHttp11AndHasRoomForEveryWebSocket() throws Exception {
        Cluster cluster = cluster(plain("http://127.0.0.1:5173"));
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.STATIC);
        assertThat(cluster.getConnectTimeout().getSeconds()).isEqualTo(2);
        assertThat(cluster.getConnectTimeout().getNanos()).isEqualTo(500_000_000);
        Thresholds room = cluster.getCircuitBreakers().getThresholds(0);
        assertThat(room.getMaxConnections().getValue()).isEqualTo(5_300);
        assertThat(room.getMaxRequests().getValue()).isEqualTo(5_300);
        assertThat(room.getMaxPendingRequests().getValue()).isEqualTo(300);
        HttpProtocolOptions options = cluster
                .getTypedExtensionProtocolOptionsOrThrow("envoy.extensions.upstreams.http.v3.HttpProtocolOptions")
                .unpack(HttpProtocolOptions.class);
        assertThat(options.getExplicitHttpConfig().hasHttpProtocolOptions()).isTrue();
        SocketAddress address = cluster.getLoadAssignment()
                .getEndpoints(0)
                .getLbEndpoints(0)
                .getEndpoint()
                .getAddress()
                .getSocketAddress();
        assertThat(address.getAddress() + " " + address.getPortValue()).isEqualTo("127.0.0.1 5173");
        assertThat(cluster.hasTransportSocket()).isFalse();
        assertThat(cluster.getLoadAssignment().getClusterName()).isEqualTo(cluster.getName());
    }

    @Test
    void aTlsUpstreamIsNamedAndVerified() throws Exception {
        Cluster cluster = cluster(plain("https://dev.example.org"));
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.STRICT_DNS);
        UpstreamTlsContext tls = cluster.getTransportSocket().getTypedConfig().unpack(UpstreamTlsContext.class);
        assertThat(tls.getSni()).isEqualTo("dev.example.org");
        CertificateValidationContext validation = tls.getCommonTlsContext().getValidationContext();
        assertThat(validation.getTrustedCa().getFilename()).isNotEmpty();
        assertThat(validation.getMatchTypedSubjectAltNames(0).getMatcher().getExact()).isEqualTo("dev.example.org");
        UpstreamTlsContext any = cluster(unverified("https://[::1]:8443")).getTransportSocket()
                .getTypedConfig()
                .unpack(UpstreamTlsContext.class);
        assertThat(any.hasCommonTlsContext()).isFalse();
        assertThat(any.getSni()).isEmpty();
    }

    @Test
    void verifiedAndUnverifiedUpstreamsShareNoCluster() throws Exception {
        Bootstrap bootstrap = bootstrap(unverified("https://h:1"), Route.of("*", "/a", "https://h:1"),
                Route.of("*", "/b", "https://h:1"));
        assertThat(bootstrap.getStaticResources().getClustersList()).extracting(Cluster::getName)
                .containsExactly("https-h-1-unverified", "https-h-1");
    }

    @ParameterizedTest
    @CsvSource({"a.example.org, /, http-1.1.1.1-1", "A.example.org:9000, /x, http-1.1.1.1-1",
            "a.example.org, /api, http-2.2.2.2-2", "a.example.org, /api/v1, http-2.2.2.2-2",
            "a.example.org, /apis, http-1.1.1.1-1", "b.example.org, /api, http-2.2.2.2-2",
            "b.example.org, /, http-3.3.3.3-3", "x.y.example.org, /api/deep/er, http-4.4.4.4-4",
            "elsewhere, /api, http-2.2.2.2-2", "elsewhere, /, ''",
            "5173-abc.example.org, /, http-127.0.0.1-any", "5173-abc.example.org, /api, http-2.2.2.2-2",
            "70000x-abc.example.org, /, http-3.3.3.3-3"})
    void everyRequestGoesWhereTheEngineSendsIt(String host, String path, String cluster) throws Exception {
        Bootstrap bootstrap = bootstrap(Route.of("a.example.org", "/", "http://1.1.1.1:1"),
                Route.of("*", "/api/", "http://2.2.2.2:2"), Route.of("*.example.org", "/api/deep", "http://4.4.4.4:4"),
                Route.of("*.example.org", "/", "http://localhost:{port}"),
                Route.of("*.example.org", "/", "http://3.3.3.3:3"));
        assertThat(chosen(EnvoyMessages.manager(bootstrap), host, path)).isEqualTo(cluster);
    }

    /** Envoy's rules: the port off, the exact domain or the longest suffix, then the first route that fits. */
    private static String chosen(HttpConnectionManager manager, String authority, String path) {
        assertThat(manager.getRouteConfig().getIgnorePortInHostMatching()).isTrue();
        String host = authority.toLowerCase(java.util.Locale.ROOT).replaceFirst(":.*", "");
        return manager.getRouteConfig()
                .getVirtualHostsList()
                .stream()
                .filter(v -> fits(v.getDomains(0), host))
                .max(Comparator.comparingInt(v -> v.getDomains(0).equals(host) ? 1_000 : v.getDomains(0).length()))
                .map(VirtualHost::getRoutesList)
                .orElse(List.of())
                .stream()
                .filter(r -> fits(r.getMatch(), authority, path))
                .findFirst()
                .map(r -> r.getRoute().getCluster())
                .orElse("");
    }

    private static boolean fits(String domain, String host) {
        return domain.equals("*") || domain.equals(host)
                || domain.startsWith("*") && host.endsWith(domain.substring(1));
    }

    private static boolean fits(io.envoyproxy.envoy.config.route.v3.RouteMatch match, String authority, String path) {
        boolean byHost = match.getHeadersList()
                .stream()
                .allMatch(h -> authority.matches(h.getStringMatch().getSafeRegex().getRegex()));
        String prefix = match.getPathSeparatedPrefix();
        return byHost && (match.getPrefix().equals("/")
                || !prefix.isEmpty() && (path.equals(prefix) || path.startsWith(prefix + "/")));
    }

    @Test
    void aPortInTheHostIsTakenFromItAndFromNoHeaderOfTheClient() throws Exception {
        Bootstrap bootstrap = bootstrap(plain("http://localhost:{port}"));
        Cluster cluster = bootstrap.getStaticResources().getClusters(0);
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.ORIGINAL_DST);
        assertThat(cluster.getLbPolicy()).isEqualTo(Cluster.LbPolicy.CLUSTER_PROVIDED);
        assertThat(cluster.getOriginalDstLbConfig().getUseHttpHeader()).isTrue();
        assertThat(bootstrap.hasAdmin()).isFalse();
        HttpConnectionManager manager = EnvoyMessages.manager(bootstrap);
        assertThat(manager.getHttpFilters(0).getName()).isEqualTo("envoy.filters.http.lua");
        String code = manager.getRouteConfig()
                .getVirtualHosts(0)
                .getRoutes(0)
                .getTypedPerFilterConfigOrThrow("envoy.filters.http.lua")
                .unpack(LuaPerRoute.class)
                .getSourceCode()
                .getInlineString();
        assertThat(code).contains("headers:replace(\"x-envoy-original-dst-host\", \"127.0.0.1:\" .. port)");
    }

    @ParameterizedTest
    @CsvSource({"http://{sandbox}.internal:3000, host name from the request's host",
            "http://devbox:{port}, its port from the request's host"})
    void whatEnvoyHasNoMeansForIsRefusedByName(String upstream, String why) {
        assertThatThrownBy(() -> EnvoyBootstrap.yaml(INFO, List.of(plain(upstream))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("route \"*/\": upstream \"" + upstream + "\"")
                .hasMessageContaining(why);
    }

    @Test
    void theCommentsNameWhatEnvoyDoesOtherwise() {
        Route secretive = Route.of("*", "/api", "http://h:1").with(HeaderPolicy.only(java.util.Set.of("accept")));
        assertThat(EnvoyBootstrap.yaml(INFO, List.of(secretive))).startsWith("# Made by Socketscope")
                .contains("# */api: forwards only some headers here; Envoy forwards all of them.\n");
    }
}
