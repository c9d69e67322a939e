package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.prometheus.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One run of the window about an endpoint that tells metrics and nothing else.
 *
 * @param pictures gets pictures of it, which end the run; null to work with it
 */
record MetricsRun(Endpoint endpoint, Duration interval, @Nullable Path pictures, Consumer<String> say) {
    /** Returns when the window has been closed, or the pictures are taken. */
    int show() throws InterruptedException, ExecutionException {
        Toolkit toolkit = Toolkit.start(pictures == null);
        if (!toolkit.hasScreen() && pictures == null) {
            say.accept("No display: the window runs without one; --screenshot DIR gives pictures of it.");
        }
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        toolkit.run(() -> {
            try {
                open(toolkit.hasScreen(), closed);
            } catch (RuntimeException e) {
                closed.completeExceptionally(e);
            }
        });
        try (EndSignals _ = EndSignals.closeWindows()) {
            closed.get();
        }
        Platform.exit();
        return ExitCode.FINE;
    }

    private void open(boolean screen, CompletableFuture<@Nullable Void> closed) {
        Memory memory = pictures == null ? Memory.in(ConfigFolder.here().resolve("metrics-window.json"))
                : Memory.forgetful();
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
        if (pictures != null) {
            picture(pictures, app, stage, closed);
        }
    }

    private void picture(Path folder, MetricsApp app, Stage stage, CompletableFuture<@Nullable Void> closed) {
        Screenshots screenshots = new Screenshots(stage, app, Shot.metricsOnly(), folder,
                file -> say.accept(file.toString()));
        screenshots.finished().whenComplete((number, failure) -> {
            if (failure != null) {
                closed.completeExceptionally(failure);
            }
            stage.hide();
        });
        screenshots.start();
    }
}
