package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is armed now, and how often it has fired. */
final class ArmedCard extends VBox {
    private final ArmedTable table;
    private final StringProperty count = new SimpleStringProperty("");
    private final Label hint = Sections.hint("faults.armed.hint");

    ArmedCard(ArmedTable table) {
        this.table = table;
        getStyleClass().addAll("card", "table-card", "armed-card");
        HBox head = new HBox(Sections.title("faults.armed"), new Badge(count), FitLine.gap(), hint);
        head.getStyleClass().add("section-head");
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        getChildren().addAll(head, table.node());
    }

    void show(List<FaultStatus> faults, Instant at) {
        count.set(faults.isEmpty() ? "" : Units.count(faults.size()));
        hint.setVisible(!faults.isEmpty());
        table.show(faults, at);
    }
}
