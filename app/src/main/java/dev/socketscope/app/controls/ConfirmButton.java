package dev.socketscope.app.controls;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;

/** A button for what cannot be undone: it asks once, in its own place, and forgets the question after a while. */
public final class ConfirmButton extends Button {
    private static final Duration PATIENCE = Duration.seconds(5);

    private final PauseTransition forget = new PauseTransition(PATIENCE);
    private final String title;
    private boolean asked;

    /** @param question stands in the button's place after its first use */
    public ConfirmButton(String title, String question, Runnable action) {
        super(title);
        this.title = title;
        forget.setOnFinished(e -> reset());
        disabledProperty().subscribe(disabled -> reset());
        setOnAction(e -> {
            if (asked) {
                reset();
                action.run();
            } else {
                asked = true;
                setText(question);
                getStyleClass().add("danger");
                forget.playFromStart();
            }
        });
    }

    private void reset() {
        asked = false;
        forget.stop();
        setText(title);
        getStyleClass().remove("danger");
    }
}
