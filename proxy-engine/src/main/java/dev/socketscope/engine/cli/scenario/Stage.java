package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.ControlAccess;
import dev.socketscope.engine.cli.Demo;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.EngineStart;
import dev.socketscope.engine.cli.Recordings;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.metrics.PrometheusText;
import dev.socketscope.engine.recording.Recorder;
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
    private final @Nullable Recorder recorder;

    private Stage(Engine engine, Supplier<String> metrics, @Nullable Demo demo, @Nullable Recorder recorder) {
        this.engine = engine;
        this.metrics = metrics;
        this.demo = demo;
        this.recorder = recorder;
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
        return new Stage(access.connect(), access.metrics(), null, null);
    }

    /** An engine for this run, with the demo when nobody said where to send traffic. */
    static Stage here(EngineOptions options) throws ConfigException, IOException {
        if (!options.nothingToReach()) {
            return recorded(EngineStart.start(options.chosen().engine()), options, null);
        }
        Demo demo = Demo.open();
        try {
            return recorded(demo.start(options), options, demo);
        } catch (ConfigException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private static Stage recorded(EngineStart.Started started, EngineOptions options, @Nullable Demo demo)
            throws ConfigException {
        try {
            return new Stage(started.engine(), text(started), demo, Recordings.begin(options, started).orElse(null));
        } catch (ConfigException e) {
            started.engine().close();
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
        // Behind the engine's end, so that the recording still tells how the connections ended.
        if (recorder != null) {
            recorder.close();
        }
        if (demo != null) {
            demo.close();
        }
    }
}
