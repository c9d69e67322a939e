package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.keys.LocalAuthority;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts an engine for a command; what goes wrong is told alike by all of them (see {@link CommandLines}). */
public final class EngineStart {
    private EngineStart() {}

    /**
     * An engine that listens.
     *
     * @param frames what it captures
     * @param metrics makes its metrics in one of Prometheus' formats; any thread
     * @param configuration takes another configuration over as far as that is possible while it runs, from the source that is
     *        named; throws {@link IllegalArgumentException} and changes nothing when a route cannot work
     * @param authority the certificate in PEM that its clients have to trust; empty when they trust others
     */
    public record Started(Engine engine, FrameStore frames, Function<Format, String> metrics,
            BiConsumer<EngineConfig, String> configuration, Supplier<Optional<String>> authority) {}

    /** The engine, listening. Ends the command with 2 or 3 when a route cannot work or the address cannot be listened on. */
    public static Started start(EngineConfig config) throws ConfigException {
        try {
            LocalEngine engine = LocalEngine.start(config);
            return new Started(engine, engine.captured(), engine::metrics, engine::reconfigure,
                    () -> authority(config.tls()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof BindException bind ? new CannotListenException(config.listen(), bind) : e;
        }
    }

    private static Optional<String> authority(ListenerTls tls) {
        if (!(tls instanceof ListenerTls.SelfSigned own)) {
            return Optional.empty();
        }
        try {
            return LocalAuthority.find(own.folder(), Instant.now()).map(LocalAuthority::pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
