package dev.socketscope.engine.relay;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** TLS to upstreams: the JDK's trusted authorities, and the certificate must be valid for the route's host name. */
final class UpstreamTls {
    private UpstreamTls() {}

    /** @return null when no route leads to {@code https} */
    static @Nullable SslContext forRoutes(RouteTable routes) {
        if (!routes.needTls()) {
            return null;
        }
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS is not available: " + UpstreamTrouble.text(e), e);
        }
    }
}
