package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Engines;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Links to one more engine, by the URL of its control port. */
final class AttachForm extends VBox {
    private final Engines engines;
    private final Runnable attached;
    private final TextField url = new TextField();
    private final PasswordField token = new PasswordField();
    private final StringProperty problem = new SimpleStringProperty("");
    private final BooleanProperty waiting = new SimpleBooleanProperty();

    /** @param attached runs after an engine is linked and shown */
    AttachForm(Engines engines, Runnable attached) {
        this.engines = engines;
        this.attached = attached;
        getStyleClass().add("attach-form");
        field(url, "attach-url", "engines.url");
        field(token, "attach-token", "engines.token");
        Button attach = new Button(Strings.of("engines.attach"), Icons.of(Feather.LINK));
        attach.setId("attach");
        attach.setMinWidth(Region.USE_PREF_SIZE);
        attach.disableProperty().bind(waiting.or(url.textProperty().isEmpty()));
        attach.setOnAction(e -> attach());
        MessageLabel message = new MessageLabel(problem, "broken", "form-message");
        message.setId("attach-problem");
        HBox line = new HBox(url, token, attach);
        line.getStyleClass().add("engine-pill-content");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(url, Priority.ALWAYS);
        getChildren().addAll(line, message);
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(Strings.of(key + ".prompt"));
        field.setAccessibleText(Strings.of(key));
        field.textProperty().subscribe((before, now) -> problem.set(""));
        field.setOnAction(e -> attach());
    }

    /** Tries a control port that is known, with the token that this user's engines keep in a file. */
    void attach(String control) {
        url.setText(control);
        token.clear();
        attach();
    }

    private void attach() {
        if (waiting.get() || url.getText().isBlank()) {
            return;
        }
        waiting.set(true);
        problem.set("");
        engines.attach(url.getText(), token.getText(), why -> {
            waiting.set(false);
            problem.set(why);
            if (why.isEmpty()) {
                attached.run();
            }
        });
    }
}
