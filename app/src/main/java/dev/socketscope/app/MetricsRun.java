package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.prometheus.Endpoint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One run of the window about an endpoint that tells metrics and nothing else. */
record MetricsRun(Endpoint endpoint, Duration interval, Consumer<String> say) {
    /** Returns when the window has been closed. */
    int show() throws InterruptedException, ExecutionException {
        Display.quiet();
        boolean screen = Display.here();
        if (!screen) {
            Display.none();
            say.accept("No display: the window runs without one.");
        }
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                open(screen, closed);
            } catch (RuntimeException e) {
                closed.completeExceptionally(e);
            }
        });
        closed.get();
        Platform.exit();
        return ExitCode.FINE;
    }

    private void open(boolean screen, CompletableFuture<@Nullable Void> closed) {
        Memory memory = Memory.in(ConfigFolder.here().resolve("metrics-window.json"));
        MetricsApp app = new MetricsApp(endpoint, interval, memory);
        Stage stage = new Stage();
        app.fill(stage);
        if (screen) {
            new StageMemory(memory).restore(stage);
        } else {
            App.placeOnHeadlessScreen(stage);
        }
        stage.setOnHidden(e -> {
            app.close();
            memory.close();
            closed.complete(null);
        });
        stage.show();
    }
}
