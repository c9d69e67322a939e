package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Choice;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icon, name and kind of an action; at the end its key, or why it cannot be done now. */
final class PaletteCell extends ListCell<Action> {
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private final Choice choice;
    private final FontIcon icon = Icons.of(Feather.CIRCLE);
    private final Label title = new Label();
    private final Label group = new Label();
    private final Label recent = new Label(Strings.of("palette.recent"));
    private final Label obstacle = new Label();
    private final Label keys = new Label();
    private final HBox line = new HBox(icon, title, group, recent, FitLine.gap(), obstacle, keys);

    PaletteCell(Choice choice) {
        this.choice = choice;
        group.getStyleClass().add("muted");
        recent.getStyleClass().add("palette-recent");
        obstacle.getStyleClass().add("palette-obstacle");
        keys.getStyleClass().add("key-hint");
        group.setMinWidth(Region.USE_PREF_SIZE);
        recent.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
        super.updateItem(action, empty);
        if (empty || action == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(BLOCKED, false);
            return;
        }
        String why = action.obstacle().get();
        icon.setIconCode(action.icon());
        title.setText(action.title());
        group.setText(action.group().title());
        show(recent, choice.isRecent(action) ? recent.getText() : "");
        show(obstacle, why);
        show(keys, why.isEmpty() ? action.keys() : "");
        pseudoClassStateChanged(BLOCKED, !why.isEmpty());
        setAccessibleText(String.join(", ", action.title(), action.group().title(), action.keys(), why));
        setGraphic(line);
    }

    private static void show(Label label, String text) {
        if (!text.isEmpty()) {
            label.setText(text);
        }
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
