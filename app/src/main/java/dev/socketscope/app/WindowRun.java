package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.recording.Recording;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** One run of the window, whatever engine it shows. */
final class WindowRun {
    private final EngineChoice first;
    private final Showing showing;
    private final Consumer<String> say;

    /** @param first stays the caller's */
    WindowRun(EngineChoice first, Showing showing, Consumer<String> say) {
        this.first = first;
        this.showing = showing;
        this.say = say;
    }

    /** Returns when the window has been closed, or the pictures are taken. */
    int show(Toolkit toolkit) throws InterruptedException, ExecutionException {
        if (!toolkit.hasScreen() && showing instanceof Showing.Work) {
            say.accept("No display: the window runs without one. " + about(first.engine())
                    + "; --screenshot DIR gives pictures of the window.");
        }
        Memory memory = showing instanceof Showing.Work ? Memory.in(ConfigFolder.here().resolve("window.json"))
                : Memory.forgetful();
        App app = new App(first, memory, expression -> Filter.parse(expression)::couldMatch,
                ConfigFolder.here().resolve("scenarios"), toolkit.hasScreen());
        toolkit.run(() -> app.guarded(() -> open(app, new Stage())));
        if (showing instanceof Showing.Work) {
            try (EndSignals _ = EndSignals.closeWindows()) {
                app.closed().get();
            }
        } else {
            app.closed().get();
        }
        Platform.exit();
        return ExitCode.FINE;
    }

    /** What the window that nobody sees is about. A recording listens nowhere, wherever its engine did. */
    static String about(Engine engine) {
        return engine instanceof Recording recording ? "It shows the recording " + recording.file()
                : "The engine works at " + engine.info().url();
    }

    private void open(App app, Stage stage) {
        switch (showing) {
            case Showing.Work _ -> app.start(stage);
            case Showing.Pictures(Path folder) -> app.picture(stage, folder, file -> say.accept(file.toString()));
            case Showing.Rehearsal _ -> app.rehearse(stage, say);
        }
    }
}
