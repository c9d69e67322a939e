package dev.socketscope.app;

import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.ConfigException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import org.jspecify.annotations.Nullable;

/**
 * Tells everything that is wrong with a configuration, and takes another file, or the same one once it has been put right. Whoever starts the
 * program from a menu sees nothing of standard error.
 */
final class ConfigQuestion {
    private final ConfigException trouble;
    private final @Nullable Path file;
    private final Memory memory;
    private final Alert question = new Alert(Alert.AlertType.ERROR);
    private final DialogPane pane = question.getDialogPane();
    private final Supplier<@Nullable Path> files;
    private @Nullable Path chosen;

    /**
     * @param file null when it is not to blame, so that no other one helps
     * @param memory how the window looks
     */
    ConfigQuestion(ConfigException trouble, @Nullable Path file, Memory memory) {
        this.trouble = trouble;
        this.file = file;
        this.memory = memory;
        this.files = () -> new SaveDialog(pane, memory).askExisting(Strings.of("config.files"), "*.yaml", "*.yml");
    }

    /** @param files asked for another file; null when a person has changed their mind */
    ConfigQuestion(ConfigException trouble, @Nullable Path file, Memory memory, Supplier<@Nullable Path> files) {
        this.trouble = trouble;
        this.file = file;
        this.memory = memory;
        this.files = files;
    }

    /** Waits for the answer: the file to start with instead; empty when the program is to end. JavaFX thread only. */
    Optional<Path> another() {
        question.setHeaderText(file == null ? Strings.of("config.header.flags")
                : Strings.of("config.header", file.toString()));
        pane.getButtonTypes().clear();
        pane.setContent(new ConfigProblems(trouble));
        staying("copy", () -> Clip.copy(String.valueOf(trouble.getMessage())));
        if (file != null) {
            closing("another", ButtonData.OTHER, () -> chosen = files.get());
            closing("again", ButtonData.OTHER, () -> chosen = file);
        }
        ButtonType quit = closing("quit", ButtonData.CANCEL_CLOSE, () -> {});
        StartDialog.dress(question, memory);
        return question.showAndWait().filter(answer -> answer != quit).map(answer -> chosen);
    }

    /** The dialog stays open after it. */
    private void staying(String name, Runnable action) {
        pane.lookupButton(add(name, ButtonData.LEFT)).addEventFilter(ActionEvent.ACTION, event -> {
            action.run();
            event.consume();
        });
    }

    /** The dialog stays open where no file has been chosen. */
    private ButtonType closing(String name, ButtonData place, Runnable action) {
        ButtonType type = add(name, place);
        pane.lookupButton(type).addEventFilter(ActionEvent.ACTION, event -> {
            action.run();
            if (chosen == null && !place.isCancelButton()) {
                event.consume();
            }
        });
        return type;
    }

    private ButtonType add(String name, ButtonData place) {
        ButtonType type = new ButtonType(Strings.of("config." + name), place);
        pane.getButtonTypes().add(type);
        Node button = pane.lookupButton(type);
        button.setId("config-" + name);
        // As wide as the others it would be too narrow for a longer word.
        ButtonBar.setButtonUniformSize(button, false);
        return type;
    }
}
