package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The queue of held messages. */
final class HeldCard extends VBox {
    HeldCard(HeldModel model, HeldTable table) {
        getStyleClass().addAll("card", "table-card");
        Button all = new Button(Strings.of("composer.held.all"));
        all.setId("held-all");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setTooltip(new Tooltip(Strings.of("composer.held.all.tooltip")));
        all.setOnAction(e -> model.forwardAll());
        model.queue().subscribe(queue -> all.setDisable(queue.isEmpty()));
        Label hint = Sections.hint("composer.held.hint");
        FitLine head = new FitLine(Sections.title("composer.held"),
                new Badge(model.queue().map(queue -> queue.isEmpty() ? "" : Units.count(queue.size()))), hint,
                FitLine.gap(), all);
        head.mayGo(hint);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        getChildren().addAll(head, table.node());
    }
}
