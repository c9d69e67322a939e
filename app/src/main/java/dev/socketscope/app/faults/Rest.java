package dev.socketscope.app.faults;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Runs the newest of its tasks once no other has come for a moment. */
final class Rest implements Consumer<Runnable> {
    private final PauseTransition pause = new PauseTransition(Duration.millis(150));

    @Override
    public void accept(Runnable task) {
        pause.setOnFinished(e -> task.run());
        pause.playFromStart();
    }
}
