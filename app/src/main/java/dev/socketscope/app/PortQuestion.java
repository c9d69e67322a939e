package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.cli.CannotListenException;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/**
 * Tells why there will be no window, and offers a free port where that helps. Whoever starts the program from a menu sees nothing of
 * standard error.
 */
final class PortQuestion {
    private final CannotListenException trouble;
    private final boolean another;
    private final Memory memory;

    /**
     * @param another whether a free port would do
     * @param memory how the window looks
     */
    PortQuestion(CannotListenException trouble, boolean another, Memory memory) {
        this.trouble = trouble;
        this.another = another;
        this.memory = memory;
    }

    /** Waits for the answer: whether a free port is to be taken. JavaFX thread only. */
    boolean takesAnother() {
        ButtonType quit = new ButtonType(Strings.of("port.quit"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType free = new ButtonType(Strings.of("port.another"), ButtonBar.ButtonData.OK_DONE);
        Alert question = new Alert(Alert.AlertType.ERROR, text(), quit);
        question.setHeaderText(Strings.of("port.header", AddressText.of(trouble.address())));
        DialogPane pane = question.getDialogPane();
        if (another) {
            pane.getButtonTypes().add(free);
            pane.lookupButton(free).setId("port-another");
        }
        pane.lookupButton(quit).setId("port-quit");
        StartDialog.dress(question, memory);
        return question.showAndWait().filter(free::equals).isPresent();
    }

    private String text() {
        return Strings.of("port.text", trouble.reason())
                + " " + Strings.of(another ? "port.text.another"
                        : trouble.ofControl() ? "port.text.control" : "port.text.elsewhere");
    }
}
