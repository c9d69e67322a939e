package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.keys.ExplainingTrust;
import dev.socketscope.engine.keys.KeyMaterial;
import dev.socketscope.engine.keys.PemFiles;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS to upstreams: a context for each way in which routes want it, so that not even a session is shared between those that verify and
 * those that do not. Any thread.
 */
final class UpstreamContexts {
    /** An endpoint identification algorithm of {@link javax.net.ssl.SSLParameters}: RFC 9110 §4.3.4. */
    private static final String BY_NAME = "HTTPS";
    private static final String WHERE = "routes[].tls";

    private final Map<UpstreamTls, SslContext> contexts = new ConcurrentHashMap<>();

    /**
     * Makes what is wanted and reads files again: what has changed in them counts from now on. What is not wanted any more goes. A trust
     * store is not loaded for nothing.
     *
     * @throws IllegalArgumentException when a file cannot be used; then nothing has changed
     */
    synchronized void provide(Set<UpstreamTls> wanted) {
        Map<UpstreamTls, SslContext> next = new HashMap<>();
        for (UpstreamTls each : wanted) {
            SslContext there = usesFiles(each) ? null : contexts.get(each);
            next.put(each, there == null ? build(each) : there);
        }
        contexts.keySet().retainAll(wanted);
        contexts.putAll(next);
    }

    private static boolean usesFiles(UpstreamTls tls) {
        return tls.authorities().isPresent() || tls.certificate().isPresent();
    }

    /** Null for an upstream without TLS. A connection may outlive its route, and be dialled again with what the route said. */
    @Nullable
    SslContext of(UpstreamAddress upstream) {
        UpstreamTls tls = upstream.tls();
        return tls == null ? null : contexts.computeIfAbsent(tls, UpstreamContexts::build);
    }

    private static SslContext build(UpstreamTls tls) {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .applicationProtocolConfig(ClientTls.offeringHttp11());
        tls.certificate().ifPresent(files -> {
            KeyMaterial own = PemFiles.keyMaterial(WHERE, files);
            builder.keyManager(own.key(), own.chain());
        });
        if (tls.verify()) {
            List<X509Certificate> authorities = tls.authorities()
                    .map(file -> PemFiles.certificates(WHERE + ".ca", file))
                    .orElse(List.of());
            builder.trustManager(new ExplainingTrust(authorities)).endpointIdentificationAlgorithm(BY_NAME);
        } else {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS is not available: " + UpstreamTrouble.text(e), e);
        }
    }
}
