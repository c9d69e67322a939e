package dev.socketscope.app.composer;

import dev.socketscope.app.composer.HeldModel.Phase;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HeldMessage;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The message in the editor, and what can be done with it. */
final class HeldEditor extends VBox {
    private final HeldModel model;
    private final UnaryOperator<String> path;
    private final BodyEditor editor;
    private final Label title = new Label();
    private final Button edited;
    private final Button forward;
    private final Button drop;
    private final Button next;
    private final Button revert;

    /** @param path finds the path of a connection by its id */
    HeldEditor(HeldModel model, UnaryOperator<String> path) {
        this.model = model;
        this.path = path;
        edited = button("edited", Feather.CHECK, Keys.hint("↵"), model::forwardEdited);
        edited.getStyleClass().add("accent");
        forward = button("forward", Feather.PLAY, "F8", model::forward);
        drop = button("drop", Feather.TRASH_2, "F9", model::drop);
        next = button("next", Feather.SKIP_FORWARD, "", model::next);
        revert = Icons.button(Feather.ROTATE_CCW, Strings.of("composer.held.revert"), model::revert);
        revert.setId("held-revert");
        editor = new BodyEditor(model.body(), "held", revert);
        getStyleClass().addAll("card", "composer-card");
        VBox.setVgrow(editor, Priority.ALWAYS);
        Label note = FormGrid.message(model.note(), "held");
        note.setId("held-note");
        getChildren().addAll(head(), note, leftover(), editor);
        model.current().subscribe(message -> tell());
        model.phase().subscribe(phase -> tell());
        model.body().text().subscribe(text -> offer());
        model.body().opcode().subscribe(kind -> offer());
    }

    void focus() {
        editor.area().requestFocus();
    }

    private FitLine head() {
        title.getStyleClass().add("section-title");
        title.setId("held-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        FitLine head = new FitLine(title, FitLine.gap(), next, drop, forward, edited);
        head.mayShrink(title, 60);
        head.getStyleClass().add("editor-head");
        return head;
    }

    private HBox leftover() {
        Label words = new Label();
        words.getStyleClass().add("held");
        words.textProperty()
                .bind(model.leftover()
                        .map(left -> left == null ? "" : Strings.of("composer.held.leftover", left.held()))
                        .orElse(""));
        HBox line = new HBox(words, new CopyButton(Strings.of("composer.body.copy"), this::leftoverText),
                Icons.button(Feather.X, Strings.of("composer.held.leftover.forget"), model::forgetLeftover));
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.leftover().isNotNull());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private String leftoverText() {
        HeldModel.Leftover left = model.leftover().get();
        return left == null ? "" : left.text();
    }

    private static Button button(String id, Ikon icon, String keys, Runnable action) {
        Button button = new Button(Strings.of("composer.held." + id), Icons.of(icon));
        button.setId("held-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(
                Strings.of("composer.held." + id + ".tooltip") + (keys.isEmpty() ? "" : "  (" + keys + ")")));
        button.setOnAction(e -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void tell() {
        HeldMessage message = model.current().get();
        Phase phase = model.phase().get();
        title.setText(message == null ? Strings.of("composer.held.editor") : title(message));
        setDisable(message == null);
        editor.area().setEditable(phase == Phase.READY || phase == Phase.GONE);
        next.setVisible(phase == Phase.GONE);
        offer();
    }

    private void offer() {
        Phase phase = model.phase().get();
        boolean here = phase == Phase.READY || phase == Phase.TOO_LONG || phase == Phase.LOADING;
        edited.setDisable(phase != Phase.READY || !model.changed());
        forward.setDisable(!here);
        drop.setDisable(!here);
        revert.setDisable(!model.changed());
    }

    private String title(HeldMessage message) {
        return message.id() + " · " + path.apply(message.connection()) + " " + Arrows.of(message.direction()) + " · "
                + message.opcode().wireName() + " · " + Units.bytes(message.length());
    }
}
