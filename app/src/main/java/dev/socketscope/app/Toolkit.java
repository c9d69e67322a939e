package dev.socketscope.app;

import com.sun.glass.ui.Application;
import dev.socketscope.app.controls.Fonts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** JavaFX on its way: it starts and loads the fonts on threads of its own, while what it shall show is started. */
final class Toolkit {
    private static final String NAME = "socketscope";
    private final boolean screen;
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();

    private Toolkit(boolean screen) {
        this.screen = screen;
    }

    /**
     * Returns at once. For one window in a process.
     *
     * @param eyes whether somebody is to see it; otherwise, as where there is no screen, it draws into memory
     */
    static Toolkit start(boolean eyes) {
        Toolkit toolkit = new Toolkit(eyes && Display.here());
        Display.quiet();
        if (!toolkit.screen) {
            Display.none();
        }
        Thread.ofPlatform().daemon().name("toolkit-start").start(toolkit::begin);
        return toolkit;
    }

    private void begin() {
        try {
            Platform.startup(this::prepare);
        } catch (RuntimeException | LinkageError e) {
            ready.completeExceptionally(e);
        }
    }

    private void prepare() {
        try {
            Platform.setImplicitExit(false);
            // The class of windows (WM_CLASS), by which a desktop finds their entry in the menu. Only Application.launch sets it
            // openly, and to the name of a Java class.
            Application.GetApplication().setName(NAME);
            PulseTimer.install();
            Fonts.load();
            ready.complete(null);
        } catch (RuntimeException | LinkageError e) {
            ready.completeExceptionally(e);
        }
    }

    /** Whether there is one that somebody looks at. */
    boolean hasScreen() {
        return screen;
    }

    /**
     * Runs something on the JavaFX thread once that is ready.
     *
     * @throws ExecutionException when JavaFX cannot start
     */
    void run(Runnable task) throws InterruptedException, ExecutionException {
        ready.get();
        Platform.runLater(task);
    }

    /** Soon, as if a person had closed them, but without a question. Any thread. */
    static void closeWindows() {
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
