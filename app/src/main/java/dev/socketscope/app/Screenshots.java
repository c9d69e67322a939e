package dev.socketscope.app;

import dev.socketscope.app.controls.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures of a window once there is enough to see: arranges one, waits until the layout has come to rest, writes it,
 * and goes on to the next. JavaFX thread only.
 */
final class Screenshots extends AnimationTimer {
    /** For traffic, and then for what a picture shows and does not happen at once: scenarios of the demo take twenty seconds. */
    private static final long LONGEST_WAIT_NANOS = 30_000_000_000L;
    private static final int REST = 4;
    private static final int LONGEST_REST = 40;

    private final Stage stage;
    private final Sitter sitter;
    private final Path folder;
    private final Consumer<Path> written;
    private final Deque<Shot> waiting = new ArrayDeque<>();
    private final CompletableFuture<Integer> finished = new CompletableFuture<>();
    private @Nullable Shot arranged;
    private long began = Long.MIN_VALUE;
    private long arrangedAt;
    private int taken;
    private int frames;
    private int atRest;

    /** @param written told of each picture */
    Screenshots(Stage stage, Sitter sitter, List<Shot> shots, Path folder, Consumer<Path> written) {
        this.stage = stage;
        this.sitter = sitter;
        waiting.addAll(shots);
        this.folder = folder;
        this.written = written;
    }

    /** Completes with the number of pictures, or with the exception that prevented one. */
    CompletableFuture<Integer> finished() {
        return finished;
    }

    @Override
    public void handle(long now) {
        began = began == Long.MIN_VALUE ? now : began;
        try {
            step(now);
        } catch (IOException e) {
            stop();
            finished.completeExceptionally(e);
        }
    }

    private void step(long now) throws IOException {
        if (arranged == null) {
            if (sitter.isReady() || now - began > LONGEST_WAIT_NANOS) {
                sitter.begin();
                next(now);
            }
        } else if (hasComeToRest()) {
            if (sitter.changes(arranged) && now - arrangedAt < LONGEST_WAIT_NANOS) {
                restAgain();
            } else {
                take(arranged);
                next(now);
            }
        }
    }

    private void next(long now) {
        arranged = waiting.poll();
        restAgain();
        arrangedAt = now;
        if (arranged == null) {
            stop();
            finished.complete(taken);
            return;
        }
        stage.setWidth(arranged.width());
        stage.setHeight(arranged.height());
        sitter.pose(arranged);
    }

    private void restAgain() {
        frames = 0;
        atRest = 0;
    }

    /** Some frames in a row without a wish for layout; traffic may never let that happen, so not for ever. */
    private boolean hasComeToRest() {
        frames++;
        atRest = stage.getScene().getRoot().isNeedsLayout() ? 0 : atRest + 1;
        return atRest >= REST || frames >= LONGEST_REST;
    }

    private void take(Shot shot) throws IOException {
        Scene scene = stage.getScene();
        // Cells that take a new row while they are laid out get its colours in the next pass, which a window does a frame later.
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        Path file = Files.createDirectories(folder).resolve(shot.fileName());
        Files.write(file, Png.encode(scene.snapshot(null)));
        taken++;
        written.accept(file);
    }
}
