package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ControlSettings;
import dev.socketscope.engine.config.Sizes;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.scenario.Texts;
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
    private final EngineOptions.Chosen atStart;
    private final Consumer<String> say;

    private Reloader(EngineOptions options, Path file, EngineStart.Started engine,
            EngineOptions.Chosen atStart, Consumer<String> say) {
        this.options = options;
        this.file = file;
        this.engine = engine;
        this.atStart = atStart;
        this.say = say;
    }

    /**
     * What reads the file of these flags again; empty when there is none.
     *
     * @param atStart what the engine was started with
     * @param say gets a line for every reload that went well
     */
    public static Optional<Reloader> of(EngineOptions options, EngineStart.Started engine,
            EngineOptions.Chosen atStart, Consumer<String> say) {
        return options.file().map(file -> new Reloader(options, file, engine, atStart, say));
    }

    @Override
    public synchronized Outcome run() {
        try {
            EngineOptions.Chosen next = options.chosen();
            engine.configuration().accept(next.engine(), file.toString());
            return done(next.engine().routes().size(), restart(next.engine(), next.control()));
        } catch (ConfigException e) {
            return refused(String.valueOf(e.getMessage()), ConfigProblemJson.all(e));
        } catch (IllegalArgumentException e) {
            return refused(file + ": " + e.getMessage(), List.of());
        }
    }

    private Outcome done(int routes, List<String> restart) {
        restart.forEach(sentence -> LOG.warn("{}: {}", file, sentence));
        String message = "reloaded " + file + ": " + Texts.count(routes, "route");
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
        if (!next.listen().equals(atStart.engine().listen())) {
            sentences.add(
                    "listen: " + AddressText.of(next.listen()) + " needs a restart; the engine stays at "
                            + engine.engine().info().listen());
        }
        if (next.tls().on() != atStart.engine().tls().on()) {
            sentences.add("tls: to switch it on or off needs a restart");
        }
        if (!next.capture().equals(atStart.engine().capture())) {
            sentences.add("capture: maxBytes " + Sizes.text(next.capture().maxBytes()) + " and maxPayload "
                    + Sizes.text(next.capture().maxPayload()) + " need a restart");
        }
        if (!control.equals(atStart.control())) {
            sentences.add("control: what has changed there needs a restart");
        }
        return sentences;
    }
}
