package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A small box to look for something in a payload: Enter goes on, Shift+Enter back, Escape closes it. */
final class FindBar extends HBox {
    /** What the box wants. */
    interface Actions {
        void find(String text);

        void step(boolean forward);

        void closed();
    }

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Actions actions;

    FindBar(Actions actions) {
        this.actions = actions;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("payload-find");
        field.getStyleClass().add("data");
        field.setPromptText(Strings.of("payload.find.prompt"));
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

    void open() {
        setOpen(true);
        field.requestFocus();
        field.selectAll();
        actions.find(field.getText());
    }

    void close() {
        setOpen(false);
        actions.closed();
    }

    /** What is looked for; empty while the box is closed. */
    String text() {
        return isVisible() ? field.getText() : "";
    }

    /** Says which match this is, and of how many. */
    void show(@Nullable ByteSearch search) {
        if (search == null) {
            count.setText("");
        } else if (search.count() == 0) {
            count.setText(Strings.of(search.complete() ? "payload.find.none" : "payload.find.looking"));
        } else {
            String found = Units.count(search.count()) + (search.isCut() ? "+" : "");
            String more = search.complete() ? "" : " …";
            count.setText(Strings.of("payload.find.count", Units.count(search.current() + 1L), found) + more);
        }
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
