package dev.socketscope.app.controls;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Copies a text and says for a moment that it has done so. */
public final class CopyButton extends Button {
    private static final Duration MOMENT = Duration.seconds(1.2);

    /** @param text asked for when the button is used */
    public CopyButton(String title, Supplier<String> text) {
        super("", Icons.of(Feather.COPY));
        getStyleClass().add("icon-button");
        setAccessibleText(title);
        setTooltip(new Tooltip(title));
        PauseTransition back = new PauseTransition(MOMENT);
        back.setOnFinished(e -> setGraphic(Icons.of(Feather.COPY)));
        setOnAction(e -> {
            Clip.copy(text.get());
            setGraphic(Icons.of(Feather.CHECK, "done"));
            back.playFromStart();
        });
    }
}
