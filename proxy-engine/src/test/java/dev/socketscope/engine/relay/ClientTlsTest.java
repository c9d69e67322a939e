package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.keys.LocalAuthority;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener's own certificate over the years. */
class ClientTlsTest {
    private static final Instant BEGUN = Instant.now();
    @TempDir
    static Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN);

    private ClientTls showing(ListenerTls tls) {
        return new ClientTls(config(tls), now::get);
    }

    private static EngineConfig config(ListenerTls tls) {
        return new EngineConfig(new InetSocketAddress("127.0.0.1", 0), tls, Engines.CAPTURE, Engines.LIMITS,
                List.of(Route.toEverything("http://127.0.0.1:1")));
    }

    private static void assertStays(ClientTls tls, @Nullable SslContext first) {
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(10)).until(() -> tls.now() == first);
    }

    @Test
    void aCertificateIsRenewedAMonthBeforeItsEndAndNobodyWaitsForThat() throws Exception {
        Instant end = LocalAuthority.open(folder, BEGUN).issue(List.of("localhost"), BEGUN).until();
        ClientTls tls = showing(new ListenerTls.SelfSigned(folder, List.of()));
        SslContext first = tls.now();
        now.set(end.minus(Duration.ofDays(31)));
        assertStays(tls, first);

        now.set(end.minus(Duration.ofDays(29)));
        assertThat(tls.now()).as("for who comes meanwhile").isSameAs(first);
        await().until(() -> tls.now() != first);
        SslContext second = tls.now();
        now.set(end.plus(Duration.ofDays(1)));
        assertStays(tls, second);
    }

    @Test
    void aRenewalDoesNotUndoTheConfigurationThatCameMeanwhile() {
        Thread reader = Thread.currentThread();
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        ClientTls tls = new ClientTls(config(new ListenerTls.SelfSigned(folder, List.of())), () -> {
            if (Thread.currentThread() != reader) {
                meanwhile.getAndSet(() -> {}).run();
            }
            return now.get();
        });
        SslContext first = tls.now();
        now.set(BEGUN.plus(Duration.ofDays(89)));
        Runnable apply = tls.prepare(config(new ListenerTls.SelfSigned(folder, List.of("newer.example"))));
        AtomicReference<@Nullable SslContext> newer = new AtomicReference<>();
        meanwhile.set(() -> {
            apply.run();
            newer.set(tls.now());
        });

        assertThat(tls.now()).as("for who comes meanwhile").isSameAs(first);
        await().until(() -> newer.get() != null);
        assertStays(tls, newer.get());
    }

    @Test
    void aCertificateInFilesIsItsOwnersToRenew() {
        ClientTls tls = showing(new ListenerTls.Files(new Certificates(folder).files("localhost")));
        SslContext first = tls.now();
        now.set(BEGUN.plus(Duration.ofDays(10_000)));
        assertStays(tls, first);
    }
}
