package dev.socketscope.app;

import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.ControlPort;
import dev.socketscope.engine.cli.DebugLog;
import dev.socketscope.engine.cli.Demo;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.EngineStart;
import dev.socketscope.engine.cli.Recordings;
import dev.socketscope.engine.cli.Reloader;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ControlSettings;
import dev.socketscope.engine.metrics.PrometheusText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What runs behind the window: the engine, and the demo when nobody said where to send traffic. Ends with it, also on SIGTERM. */
final class Running implements AutoCloseable {
    private final Engine engine;
    private final Supplier<String> metrics;
    private final @Nullable Demo demo;
    private final FileRecording recording;
    private final ControlPort control;
    private final @Nullable DebugLog debug;
    private final Thread hook = new Thread(this::end, "running-end");

    private Running(EngineStart.Started started, FileRecording recording, ControlPort control, @Nullable Demo demo,
            EngineOptions options, PrintWriter err) {
        this.recording = recording;
        this.engine = started.engine();
        this.metrics = () -> started.metrics().apply(PrometheusText.Format.TEXT);
        this.control = control;
        this.demo = demo;
        this.debug = options.debug() ? DebugLog.follow(engine, err) : null;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * @param err gets the lines that {@code --debug} asks for
     * @throws ConfigException when flags or file cannot be used
     * @throws java.io.UncheckedIOException when the address cannot be listened on
     */
    static Running start(EngineOptions options, PrintWriter err) throws ConfigException, IOException {
        if (!options.nothingToReach()) {
            EngineOptions.Chosen chosen = options.chosen();
            EngineStart.Started started = EngineStart.start(chosen.engine());
            return commanded(started, chosen.control(),
                    Reloader.of(options, started, chosen, line -> say(err, line)), null, options, err);
        }
        Demo demo = Demo.open();
        try {
            return commanded(demo.start(options), ControlSettings.NONE, Optional.empty(), demo, options, err);
        } catch (ConfigException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    /** With the control API where the file asks for one. */
    private static Running commanded(EngineStart.Started started, ControlSettings settings, Optional<Reloader> reload,
            @Nullable Demo demo, EngineOptions options, PrintWriter err) throws ConfigException {
        ControlPort control = new ControlPort();
        FileRecording recording;
        try {
            recording = new FileRecording(started.engine(), started.frames(),
                    Recordings.begin(options, started).orElse(null));
            control.open(ControlPort.Choice.of(settings), started, reload);
        } catch (ConfigException | RuntimeException e) {
            started.engine().close();
            throw e;
        }
        control.lines().forEach(line -> say(err, line));
        return new Running(started, recording, control, demo, options, err);
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }

    Engine engine() {
        return engine;
    }

    /** As the first engine of a window. */
    EngineChoice choice() {
        return new EngineChoice(engine, metrics, () -> "", "", recording);
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending and the hook runs or has run; ending twice does nothing.
        }
    }

    /** The engine first, so that its peers hear 1001 from it and the debug lines and the recording still tell of it. */
    private synchronized void end() {
        engine.close();
        recording.close();
        control.close();
        if (debug != null) {
            debug.close();
        }
        if (demo != null) {
            demo.close();
        }
    }
}
