package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Switch;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.FaultPreset;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Hops that traffic can be made to pass. */
final class HopsCard extends VBox {
    private final HopsModel model;
    private final GridPane hops = new GridPane();

    HopsCard(HopsModel model) {
        this.model = model;
        getStyleClass().addAll("card", "hops-card");
        hops.getStyleClass().add("hops");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        hops.getColumnConstraints().setAll(new ColumnConstraints(), wide, new ColumnConstraints());
        for (FaultPreset preset : FaultPreset.values()) {
            add(preset);
        }
        Label scope = new Label();
        scope.getStyleClass().addAll("data", "muted");
        scope.textProperty().bind(model.target().map(Scopes::words));
        HBox head = new HBox(Sections.title("faults.hops"), Sections.hint("faults.hops.hint"), FitLine.gap(), scope);
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, hops, new MessageLabel(model.problem(), "broken"));
    }

    private void add(FaultPreset preset) {
        String title = Strings.of("hop." + preset.wireName());
        Label name = new Label(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label summary = new Label(preset.summary());
        summary.getStyleClass().add("muted");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        Switch armed = new Switch(title);
        armed.setId("hop-" + preset.wireName());
        armed.selectedProperty().subscribe((before, now) -> turn(preset, now));
        Runnable follow = () -> armed.setSelected(model.armed().get().contains(preset));
        model.armed().subscribe((before, now) -> follow.run());
        model.problem().subscribe((before, now) -> follow.run());
        hops.addRow(hops.getRowCount(), name, summary, armed);
    }

    private void turn(FaultPreset preset, boolean on) {
        Set<FaultPreset> armed = model.armed().get();
        if (on && !armed.contains(preset)) {
            model.arm(preset);
        } else if (!on && armed.contains(preset)) {
            model.disarm(preset);
        }
    }
}
