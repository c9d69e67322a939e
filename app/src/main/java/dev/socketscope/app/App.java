package dev.socketscope.app;

import dev.socketscope.app.controls.Logo;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Preparation;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/** The window over a running engine, which stays the caller's. */
final class App extends Application {
    private final Engines engines;
    private final Memory memory;
    private final Search.Compiler compiler;
    private final Path scenarios;
    private final boolean screen;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    /**
     * @param first stays the caller's
     * @param scenarios folder of a person's own ones
     * @param screen whether there is one
     */
    App(EngineChoice first, Memory memory, Search.Compiler compiler, Path scenarios, boolean screen) {
        this.engines = new Engines(first, new Linking(), memory);
        this.memory = memory;
        this.compiler = compiler;
        this.scenarios = scenarios;
        this.screen = screen;
    }

    /** Completes when the window has gone, or with what has gone wrong. */
    CompletableFuture<@Nullable Void> closed() {
        return closed;
    }

    /** A window that cannot be opened ends the program instead of leaving it without one. */
    void guarded(Runnable opening) {
        try {
            opening.run();
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }

    /** Opens the window for pictures or for nobody's eyes: the headless screen has 1000 lines, and breaks when a window crosses them. */
    static void placeOnHeadlessScreen(Stage stage) {
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(Shot.WIDTH);
        stage.setHeight(Shot.HEIGHT);
    }

    @Override
    public void start(Stage stage) {
        Windows windows = open(stage);
        if (screen) {
            new StageMemory(memory).restore(stage);
        } else {
            placeOnHeadlessScreen(stage);
        }
        stage.setOnCloseRequest(e -> {
            if (!new UnsavedQuestion(stage, windows.unsaved()).mayClose()) {
                e.consume();
            }
        });
        stage.setOnHidden(e -> {
            windows.close();
            engines.close();
            memory.close();
            closed.complete(null);
        });
        stage.show();
        engines.reopen((control, why) -> Notice.show(stage.getScene().getRoot(), Strings.of("engines.reopen.not"),
                Strings.of("engines.reopen.why", control, why)));
    }

    /** Opens the window for pictures, and closes it when they are taken. */
    void picture(Stage stage, Path folder, Consumer<Path> written) {
        placeOnHeadlessScreen(stage);
        Windows windows = open(stage);
        stage.show();
        Screenshots screenshots = new Screenshots(stage, new WindowSitter(windows.shown()), Shot.all(), folder,
                written);
        closeAfter(screenshots.finished(), stage, windows);
        screenshots.start();
    }

    /** Opens the window, shows every place in it for a moment, and closes it. @param say gets what it says about the first frame */
    void rehearse(Stage stage, Consumer<String> say) {
        placeOnHeadlessScreen(stage);
        Windows windows = open(stage);
        stage.show();
        Rehearsal rehearsal = new Rehearsal(windows.shown(), Shot.places(), say);
        closeAfter(rehearsal.finished(), stage, windows);
        rehearsal.start();
    }

    private void closeAfter(CompletableFuture<?> end, Stage stage, Windows windows) {
        end.whenComplete((result, failure) -> {
            stage.hide();
            windows.close();
            if (failure == null) {
                closed.complete(null);
            } else {
                closed.completeExceptionally(failure);
            }
        });
    }

    private Windows open(Stage stage) {
        // Drawing it takes a fifth of a second, for which the first frame does not wait.
        new Preparation(List.of(() -> stage.getIcons().setAll(Logo.image()))).start();
        return new Windows(stage, engines, this::wire);
    }

    private Wiring wire() {
        ScenarioPlace place = new ScenarioPlace(engines.shown().get().metrics(), scenarios);
        Wiring wiring = new Wiring(engines, memory, compiler, place, url -> getHostServices().showDocument(url));
        wiring.prepare();
        return wiring;
    }
}
