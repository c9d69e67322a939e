package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A small box to look for something: Enter goes on, Shift+Enter back, Escape closes it. */
public final class FindBar extends HBox {
    /** What the box wants. */
    public interface Actions {
        void find(String text);

        void step(boolean forward);

        void closed();
    }

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Actions actions;

    /**
     * @param id of the box
     * @param prompt what can be written into it
     */
    public FindBar(String id, String prompt, Actions actions) {
        this.actions = actions;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId(id);
        field.getStyleClass().add("data");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.setPrefWidth(240);
        field.setMaxWidth(320);
        count.getStyleClass().addAll("muted", "figures", "find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        field.textProperty().subscribe((before, now) -> actions.find(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(field,
                Icons.button(Feather.CHEVRON_UP, Strings.of("payload.find.previous"), () -> actions.step(false)),
                Icons.button(Feather.CHEVRON_DOWN, Strings.of("payload.find.next"), () -> actions.step(true)), count,
                spacer(), Icons.button(Feather.X, Strings.of("payload.find.close"), this::close));
        setOpen(false);
    }

    public void open() {
        setOpen(true);
        field.requestFocus();
        field.selectAll();
        actions.find(field.getText());
    }

    public void close() {
        setOpen(false);
        actions.closed();
    }

    /** What is looked for; empty while the box is closed. */
    public String text() {
        return isVisible() ? field.getText() : "";
    }

    /** Says which match this is and of how many, or what is wrong. */
    public void say(String text) {
        count.setText(text);
    }

    private void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            actions.step(!event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
