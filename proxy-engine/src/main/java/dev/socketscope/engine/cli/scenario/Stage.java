package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.ControlAccess;
import dev.socketscope.engine.cli.Demo;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.EngineStart;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.metrics.PrometheusText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine on which a scenario is played: one elsewhere, one of its own, or one with the demo around it. */
final class Stage implements AutoCloseable {
    private final Engine engine;
    private final Supplier<String> metrics;
    private final @Nullable Demo demo;

    private Stage(Engine engine, Supplier<String> metrics, @Nullable Demo demo) {
        this.engine = engine;
        this.metrics = metrics;
        this.demo = demo;
    }

    /** An engine behind a control port, which goes on afterwards. */
    static Stage elsewhere(String url, @Nullable Path tokenFile, EngineOptions options)
            throws ConfigException, InterruptedException {
        Optional<String> other = options.first();
        if (other.isPresent()) {
            throw new ConfigException(other.get() + ": got it beside --engine, expected one or the other:"
                    + " an engine elsewhere has an address and routes of its own");
        }
        ControlAccess access = ControlAccess.of(url, tokenFile);
        return new Stage(access.connect(), access.metrics(), null);
    }

    /** An engine for this run, with the demo when nobody said where to send traffic. */
    static Stage here(EngineOptions options) throws ConfigException, IOException {
        if (!options.nothingToReach()) {
            EngineStart.Started started = EngineStart.start(options.chosen().engine());
            return new Stage(started.engine(), text(started), null);
        }
        Demo demo = Demo.open();
        try {
            EngineStart.Started started = demo.start(options);
            return new Stage(started.engine(), text(started), demo);
        } catch (ConfigException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private static Supplier<String> text(EngineStart.Started started) {
        return () -> started.metrics().apply(PrometheusText.Format.TEXT);
    }

    Engine engine() {
        return engine;
    }

    /** Makes the engine's metrics in Prometheus' text format; empty text when they cannot be had. */
    Supplier<String> metrics() {
        return metrics;
    }

    /** Where applications connect. */
    String address() {
        return engine.info().url();
    }

    @Override
    public void close() {
        engine.close();
        if (demo != null) {
            demo.close();
        }
    }
}
