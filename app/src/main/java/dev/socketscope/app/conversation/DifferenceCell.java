package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.engine.conversation.Difference;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was said otherwise, with the lines that tell it. */
final class DifferenceCell extends ListCell<Difference> {
    private static final double KIND_WIDTH = 110;
    private final Chip chip = new Chip();
    private final VBox lines = new VBox();
    private final HBox box = new HBox(new HBox(chip), lines);

    DifferenceCell() {
        getStyleClass().add("difference");
        box.getStyleClass().add("difference-line");
        box.setAlignment(Pos.TOP_LEFT);
        ((Region) box.getChildren().getFirst()).setMinWidth(KIND_WIDTH);
        // As wide as the list, so that long lines are cut instead of scrolled.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Difference difference, boolean empty) {
        super.updateItem(difference, empty);
        if (empty || difference == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        chip.show(Sentences.kind(difference), Sentences.tone(difference));
        lines.getChildren().setAll(difference.lines().stream().map(DifferenceCell::line).toList());
        setAccessibleText(Sentences.kind(difference) + " " + String.join(" ", difference.lines()));
        setGraphic(box);
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("data");
        if (text.startsWith("- ")) {
            label.getStyleClass().add("broken");
        } else if (text.startsWith("+ ")) {
            label.getStyleClass().add("open");
        }
        return label;
    }
}
