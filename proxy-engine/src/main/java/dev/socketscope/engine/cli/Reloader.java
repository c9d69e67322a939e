package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ControlSettings;
import dev.socketscope.engine.config.Sizes;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.wire.ConfigProblemJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a command's configuration file again. Flags count as they did at the start. What came of it is told to whoever asked, and to
 * whoever watches the process.
 */
public final class Reloader implements Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);

    private final EngineOptions options;
    private final Path file;
    private final EngineStart.Started engine;
    private final EngineConfig atStart;
    private final ControlSettings controlAtStart;
    private final Consumer<String> say;

    private Reloader(EngineOptions options, Path file, EngineStart.Started engine, EngineConfig atStart,
            ControlSettings controlAtStart, Consumer<String> say) {
        this.options = options;
        this.file = file;
        this.engine = engine;
        this.atStart = atStart;
        this.controlAtStart = controlAtStart;
        this.say = say;
    }

    /**
     * What reads the file of these flags again; empty when there is none.
     *
     * @param atStart what the engine was started with
     * @param controlAtStart likewise
     * @param say gets a line for every reload that went well
     */
    public static Optional<Reloader> of(EngineOptions options, EngineStart.Started engine, EngineConfig atStart,
            ControlSettings controlAtStart, Consumer<String> say) {
        return options.file()
                .map(file -> new Reloader(options, file, engine, atStart, controlAtStart, say));
    }

    @Override
    public synchronized Outcome run() {
        try {
            EngineConfig next = options.toConfig();
            ControlSettings control = options.control();
            engine.configuration().accept(next, file.toString());
            return done(next, restart(next, control));
        } catch (ConfigException e) {
            return refused(String.valueOf(e.getMessage()), ConfigProblemJson.all(e));
        } catch (IllegalArgumentException e) {
            return refused(file + ": " + e.getMessage(), List.of());
        }
    }

    private Outcome done(EngineConfig next, List<String> restart) {
        restart.forEach(sentence -> LOG.warn("{}: {}", file, sentence));
        int routes = next.routes().size();
        String message = "reloaded " + file + ": " + routes + (routes == 1 ? " route" : " routes");
        say.accept(message);
        return new Outcome.Done(message, restart);
    }

    private Outcome refused(String reason, List<ConfigProblemJson> problems) {
        LOG.warn("Not reloaded, and nothing has changed:{}{}", System.lineSeparator(), reason);
        return new Outcome.Refused(reason, problems);
    }

    /** What has been read and cannot be done. */
    private List<String> restart(EngineConfig next, ControlSettings control) {
        List<String> sentences = new ArrayList<>();
        if (!next.listen().equals(atStart.listen())) {
            sentences.add(
                    "listen: " + CannotListenException.text(next.listen()) + " needs a restart; the engine stays at "
                            + engine.engine().info().listen());
        }
        if (!next.capture().equals(atStart.capture())) {
            sentences.add("capture: maxBytes " + Sizes.text(next.capture().maxBytes()) + " and maxPayload "
                    + Sizes.text(next.capture().maxPayload()) + " need a restart");
        }
        if (!control.equals(controlAtStart)) {
            sentences.add("control: what has changed there needs a restart");
        }
        return sentences;
    }
}
