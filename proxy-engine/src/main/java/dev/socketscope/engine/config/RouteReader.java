package dev.socketscope.engine.config;

import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.Route.Compression;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import java.time.Duration;
import java.util.Optional;

/** Reads one element of {@code routes}. */
final class RouteReader {
    private static final Syntax<Duration> REQUEST = Syntax.duration(Duration.ofMillis(100), Duration.ofHours(24));

    private RouteReader() {}

    /** Empty when there is no upstream to send anything to; that, like every other problem, has been reported. */
    static Optional<Route> read(Section section) {
        Optional<Section> match = section.section("match");
        String host = match.map(m -> m.read("host", "*", Syntax.host())).orElse("*");
        String path = match.map(m -> m.read("path", "/", Syntax.path())).orElse("/");
        match.ifPresent(Section::finish);
        Optional<String> upstream = section.require("upstream", Syntax.upstream());
        Duration timeout = section.read("requestTimeout", Route.DEFAULT_REQUEST_TIMEOUT, REQUEST);
        Compression compression = section.read("compression", Compression.INDEPENDENT, Syntax.oneOf(Compression.class));
        TunnelPolicy tunnel = TunnelReader.read(section);
        HeaderPolicy headers = HeadersReader.read(section);
        UpstreamTls tls = TlsReader.upstream(section, upstream);
        section.finish();
        return upstream.map(
                uri -> new Route(host, path, uri, timeout, compression, tunnel, headers, tls));
    }
}
