package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ValueField;
import dev.socketscope.app.scope.DirectionBox;
import dev.socketscope.app.scope.TargetBox;
import dev.socketscope.app.scope.Targets;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** To what faults are applied from now on: which connections, which way, how often. */
final class ScopeBar extends HBox {
    private final FaultsModel model;

    /** @param targets what there is now to be chosen */
    ScopeBar(FaultsModel model, Supplier<Targets> targets) {
        this.model = model;
        getStyleClass().addAll("panel-header", "fault-scope-bar");
        setAlignment(Pos.CENTER_LEFT);
        TargetBox target = new TargetBox(Strings.of("faults.target"), targets, model.target());
        target.setId("faults-target");
        DirectionBox direction = new DirectionBox(Strings.of("faults.direction"), model.direction());
        direction.setId("faults-direction");
        getChildren().addAll(Sections.panel("faults.title"), Sections.hint("faults.apply"), target, direction,
                FitLine.gap(), Sections.hint("fault.part.probability"));
        getChildren().addAll(probability());
    }

    private Node[] probability() {
        ValueSlider slider = new ValueSlider(Scale.of(Quantity.SHARE, "0.1 %", "100 %"), model.probability(),
                Strings.of("fault.part.probability"));
        slider.setId("faults-probability-slider");
        HBox.setHgrow(slider, Priority.SOMETIMES);
        slider.setMaxWidth(160);
        ValueField field = new ValueField(Quantity.SHARE, model.probability(), false);
        field.setId("faults-probability");
        field.setAccessibleText(Strings.of("fault.part.probability"));
        return new Node[]{slider, field};
    }
}
