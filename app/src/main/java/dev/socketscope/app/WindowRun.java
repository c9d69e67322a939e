package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.query.filter.Filter;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One run of the window, whatever engine it shows. */
final class WindowRun {
    private final Engine engine;
    private final Supplier<String> metrics;
    private final @Nullable Path pictures;
    private final Consumer<String> say;

    /**
     * @param metrics of the engine, in Prometheus' text format
     * @param pictures where to take pictures instead of opening the window; null to open it
     */
    WindowRun(Engine engine, Supplier<String> metrics, @Nullable Path pictures, Consumer<String> say) {
        this.engine = engine;
        this.metrics = metrics;
        this.pictures = pictures;
        this.say = say;
    }

    /** Returns when the window has been closed, or the pictures are taken. */
    int show() throws InterruptedException, ExecutionException {
        Display.quiet();
        boolean screen = chooseDisplay();
        Memory memory = pictures == null ? Memory.in(ConfigFolder.here().resolve("window.json")) : Memory.forgetful();
        App app = new App(engine, memory, expression -> Filter.parse(expression)::couldMatch,
                new ScenarioPlace(metrics, ConfigFolder.here().resolve("scenarios")), screen);
        Platform.startup(() -> app.guarded(() -> {
            if (pictures == null) {
                app.start(new Stage());
            } else {
                app.picture(new Stage(), pictures, file -> say.accept(file.toString()));
            }
        }));
        app.closed().get();
        Platform.exit();
        return ExitCode.FINE;
    }

    /** Whether there is a screen to show the window on. */
    private boolean chooseDisplay() {
        boolean display = Display.here();
        if (pictures == null && display) {
            return true;
        }
        Display.none();
        if (pictures == null) {
            say.accept("No display: the window runs without one. The engine works at http://" + engine.info().listen()
                    + "; --screenshot DIR gives pictures of the window.");
        }
        return false;
    }
}
