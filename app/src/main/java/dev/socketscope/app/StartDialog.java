package dev.socketscope.app;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Logo;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** How a question looks that comes before the window, on whose look it cannot build. */
final class StartDialog {
    private StartDialog() {}

    /** @param memory how the window looks */
    static void dress(Dialog<ButtonType> question, Memory memory) {
        question.setTitle(Strings.of("start.title"));
        DialogPane pane = question.getDialogPane();
        pane.setMinHeight(Region.USE_PREF_SIZE);
        new Appearance(memory).dress(pane.getScene());
        if (pane.getScene().getWindow() instanceof Stage stage) {
            stage.getIcons().setAll(Logo.image());
        }
    }
}
