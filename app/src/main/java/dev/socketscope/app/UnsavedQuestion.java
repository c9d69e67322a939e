package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks before the window is closed over changes that are not saved. */
final class UnsavedQuestion {
    private final Window owner;
    private final List<String> names;

    /** @param names of what has such changes */
    UnsavedQuestion(Window owner, List<String> names) {
        this.owner = owner;
        this.names = names;
    }

    /** At once when nothing would be lost. */
    boolean mayClose() {
        if (names.isEmpty()) {
            return true;
        }
        ButtonType stay = new ButtonType(Strings.of("unsaved.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType leave = new ButtonType(Strings.of("unsaved.leave"), ButtonBar.ButtonData.OTHER);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION,
                Strings.of("unsaved.text", String.join(", ", names)), stay, leave);
        question.setHeaderText(Strings.of("unsaved.title"));
        question.setTitle(Strings.of("unsaved.title"));
        question.initOwner(owner);
        return question.showAndWait().filter(leave::equals).isPresent();
    }
}
