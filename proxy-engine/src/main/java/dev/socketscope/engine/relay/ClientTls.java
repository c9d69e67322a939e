package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.keys.KeyMaterial;
import dev.socketscope.engine.keys.LocalAuthority;
import dev.socketscope.engine.keys.PemFiles;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the listener shows to clients. A certificate of the local authority is replaced by a new one long before it ends, and other files when
 * the configuration is read again; connections that are open keep what they were shown. Any thread.
 */
final class ClientTls {
    private static final Logger LOG = LoggerFactory.getLogger(ClientTls.class);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private record Shown(SslContext context, Instant renewAt) {}

    /** @param shown what was made for this configuration; null without TLS */
    private record Present(EngineConfig config, @Nullable Shown shown) {}

    private final InstantSource clock;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private final AtomicReference<Present> present;

    /** @throws IllegalArgumentException when files or folder cannot be used */
    ClientTls(EngineConfig config, InstantSource clock) {
        this.clock = clock;
        this.present = new AtomicReference<>(new Present(config, make(config)));
    }

    /** Whether clients have to speak TLS. */
    boolean on() {
        return present.get().shown != null;
    }

    /**
     * Reads files again, and names routes anew. Whether there is TLS at all does not change.
     *
     * @return shows what has been read to those who come from then on
     * @throws IllegalArgumentException when a file cannot be used
     */
    Runnable prepare(EngineConfig next) {
        if (!on() || !next.tls().on()) {
            return () -> {};
        }
        Present made = new Present(next, make(next));
        return () -> present.set(made);
    }

    /** For the next client; null without TLS. */
    @Nullable
    SslContext now() {
        Shown shown = present.get().shown;
        if (shown == null) {
            return null;
        }
        if (clock.instant().isAfter(shown.renewAt) && renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("socketscope-certificate").start(this::renew);
        }
        return shown.context;
    }

    /** What another configuration has brought meanwhile is newer, and stays. */
    private void renew() {
        try {
            Present before = present.get();
            if (present.compareAndSet(before, new Present(before.config, make(before.config)))) {
                LOG.info("The listener's certificate has been renewed");
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("The listener's certificate could not be renewed: {}", e.getMessage());
        } finally {
            renewing.set(false);
        }
    }

    private @Nullable Shown make(EngineConfig from) {
        return switch (from.tls()) {
            case ListenerTls.Off _ -> null;
            case ListenerTls.Files(var files) -> {
                KeyMaterial keys = PemFiles.keyMaterial("tls", files);
                if (clock.instant().isAfter(keys.until())) {
                    LOG.warn("tls.cert: {} expired on {}; browsers will refuse it", files.certificate(), keys.until());
                }
                yield new Shown(context(keys), Instant.MAX);
            }
            case ListenerTls.SelfSigned own -> issued(own, from);
        };
    }

    private Shown issued(ListenerTls.SelfSigned own, EngineConfig from) {
        try {
            Instant now = clock.instant();
            KeyMaterial keys = LocalAuthority.open(own.folder(), now)
                    .issue(ListenerNames.of(from.listen(), from.routes(), own.names()), now);
            return new Shown(context(keys), keys.until().minus(RENEW_BEFORE));
        } catch (IOException e) {
            throw new IllegalArgumentException("tls: the local authority cannot be kept in " + own.folder() + ": " + e,
                    e);
        }
    }

    private static SslContext context(KeyMaterial keys) {
        try {
            return SslContextBuilder.forServer(keys.key(), keys.chain())
                    .sslProvider(SslProvider.JDK)
                    .applicationProtocolConfig(offeringHttp11())
                    .build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("tls: the certificate cannot be used: " + UpstreamTrouble.text(e), e);
        }
    }

    /** RFC 7301. A peer that knows no ALPN speaks HTTP/1.1 anyway; one that wants nothing but HTTP/2 finds out by itself. */
    static ApplicationProtocolConfig offeringHttp11() {
        return new ApplicationProtocolConfig(Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT, ApplicationProtocolNames.HTTP_1_1);
    }
}
