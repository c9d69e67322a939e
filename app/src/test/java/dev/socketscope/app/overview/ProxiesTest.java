package dev.socketscope.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Header;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Headers as the proxies send them with an upgrade. */
class ProxiesTest {
    @Test
    void cloudflareInFrontOfNginxIsToldByItsRayAndItsServer() {
        assertThat(Proxies.after(headers("""
                Date: Thu, 26 Nov 2026 18:00:00 GMT
                Connection: upgrade
                Upgrade: websocket
                Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
                CF-Cache-Status: DYNAMIC
                Server: cloudflare
                CF-RAY: 8f2a1c0d9b3e4f5a-FRA
                alt-svc: h3=":443"; ma=86400
                """)))
                .containsExactly(
                        new Hop("Cloudflare edge", "ray 8f2a1c0d9b3e4f5a-FRA", "idle limit 100 s by default", "muted"));
    }

    @Test
    void envoyIsToldByItsServerOrItsOwnFields() {
        assertThat(titles("""
                upgrade: websocket
                connection: Upgrade
                sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
                date: Thu, 26 Nov 2026 18:00:00 GMT
                server: envoy
                """)).containsExactly("Envoy");
        assertThat(titles("""
                server: uvicorn
                x-envoy-upstream-service-time: 3
                """)).containsExactly("Envoy");
    }

    @Test
    void nginxAndItsKinAreToldByTheirServerWithItsVersion() {
        assertThat(Proxies.after(headers("""
                Server: nginx/1.27.3
                Date: Thu, 26 Nov 2026 18:00:00 GMT
                Connection: upgrade
                Upgrade: websocket
                Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
                Sec-WebSocket-Protocol: vite-hmr
                """))).containsExactly(new Hop("nginx", "nginx/1.27.3", "idle limit 60 s by default", "muted"));
        assertThat(titles("Server: openresty/1.25.3.1")).containsExactly("OpenResty");
    }

    @Test
    void viaOfAResponseTellsThoseNextToTheEngineLast() {
        assertThat(titles("""
                Via: 1.1 vegur, 1.1 varnish (Varnish/7.4)
                Via: 1.1 f3c1e0.cloudfront.net (CloudFront)
                X-Amz-Cf-Id: rA9dT0mQ3l
                """)).containsExactly("CloudFront", "Varnish", "vegur");
    }

    @Test
    void viaOfARequestTellsThoseNextToTheBrowserFirst() {
        assertThat(Proxies.before(headers("""
                Via: 1.1 office-proxy (squid/6.6), 1.1 Caddy
                X-Forwarded-For: 203.0.113.7
                """))).extracting(Hop::title).containsExactly("Squid", "Caddy");
    }

    @Test
    void whatIsToldTwiceIsOneProxy() {
        assertThat(titles("""
                Server: Caddy
                Via: 1.1 Caddy
                """)).containsExactly("Caddy");
    }

    @Test
    void aCloudflareTunnelAndAMeshInFrontOfTheEngineAreToldByTheRequest() {
        assertThat(Proxies.before(headers("""
                Host: 3000-abc123.example.dev
                cf-ray: 8f2a1c0d9b3e4f5a-FRA
                cf-connecting-ip: 203.0.113.7
                cf-visitor: {"scheme":"https"}
                x-forwarded-for: 203.0.113.7
                x-envoy-external-address: 203.0.113.7
                x-request-id: 0c5c1e63-2c0a-4c0b-8d0a-1c7d0a6e9b11
                """))).extracting(Hop::title).containsExactly("Cloudflare edge", "Envoy");
    }

    @Test
    void aProxyThatOnlyForwardsTheAddressHasNoName() {
        assertThat(Proxies.before(headers("X-Forwarded-For: 203.0.113.7, 10.0.0.4")))
                .containsExactly(new Hop("Proxy", "for 203.0.113.7, 10.0.0.4", "", "muted"));
    }

    @Test
    void serversOfApplicationsAndBrowsersAreNoProxies() {
        assertThat(titles("""
                Upgrade: websocket
                Connection: Upgrade
                Server: Werkzeug/3.0.3 Python/3.12
                X-Powered-By: Express
                """)).isEmpty();
        assertThat(Proxies.before(headers("""
                Host: localhost:9000
                User-Agent: Mozilla/5.0
                Origin: http://localhost:9000
                Sec-WebSocket-Version: 13
                """))).isEmpty();
    }

    @Test
    void moreThanCanBeDrawnAreCounted() {
        assertThat(Proxies.before(headers("Via: 1.1 a, 1.1 b, 1.1 c, 1.1 d, 1.1 e, 1.1 f")))
                .extracting(Hop::title)
                .containsExactly("a", "b", "4 more");
    }

    private static List<String> titles(String response) {
        return Proxies.after(headers(response)).stream().map(Hop::title).toList();
    }

    private static List<Header> headers(String lines) {
        return Stream.of(lines.split("\n"))
                .map(line -> line.split(": ", 2))
                .map(parts -> new Header(parts[0], parts[1]))
                .toList();
    }
}
