package dev.socketscope.engine.relay;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS to upstreams. Two contexts, so that not even a session is shared between them: one with the JDK's trusted authorities,
 * for which the certificate must be valid for the route's host name; one that takes any certificate, for routes that ask for
 * that.
 */
final class UpstreamTls {
    /** An endpoint identification algorithm of {@link javax.net.ssl.SSLParameters}: RFC 9110 §4.3.4. */
    private static final String BY_NAME = "HTTPS";

    private volatile @Nullable SslContext verifying;
    private volatile @Nullable SslContext trusting;

    /** Makes what these routes need and is not there yet: a trust store is not loaded for nothing. */
    synchronized void provide(RouteTable routes) {
        if (verifying == null && routes.need(UpstreamAddress.Security.VERIFIED)) {
            verifying = verifying();
        }
        if (trusting == null && routes.need(UpstreamAddress.Security.UNVERIFIED)) {
            trusting = trusting();
        }
    }

    /** @return null for an upstream without TLS */
    @Nullable
    SslContext of(UpstreamAddress upstream) {
        return switch (upstream.security()) {
            case NONE -> null;
            case VERIFIED -> verifying;
            case UNVERIFIED -> trusting;
        };
    }

    private static SslContext verifying() {
        return build(builder().endpointIdentificationAlgorithm(BY_NAME));
    }

    private static SslContext trusting() {
        return build(
                builder().trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null));
    }

    private static SslContextBuilder builder() {
        return SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
    }

    private static SslContext build(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS is not available: " + UpstreamTrouble.text(e), e);
        }
    }
}
