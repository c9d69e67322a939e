package dev.socketscope.app.composer;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Segments;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ValueField;
import dev.socketscope.app.scope.DirectionBox;
import dev.socketscope.app.scope.TargetBox;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.ReplayPlan.Timing;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says which captured messages are to be sent once more, where to, and how fast. */
final class ReplayForm extends VBox {
    private final ReplayModel model;

    /** @param targets the connections into which something can be sent now */
    ReplayForm(ReplayModel model, Supplier<Targets> targets) {
        this.model = model;
        getStyleClass().addAll("card", "composer-card");
        Label what = new Label();
        what.setId("replay-what");
        what.textProperty().bind(model.what());
        what.setWrapText(true);
        Button start = new Button(Strings.of("composer.replay.start"), Icons.of(Feather.PLAY));
        start.setId("replay-start");
        start.getStyleClass().add("accent");
        start.setOnAction(e -> model.start());
        HBox end = new HBox(FitLine.gap(), start);
        end.setAlignment(Pos.CENTER_RIGHT);
        Label problem = FormGrid.message(model.problems().of(Problems.GENERAL), "broken");
        problem.setId("replay-refused");
        getChildren().addAll(Sections.title("composer.replay"), what, fields(targets), problem, end);
    }

    private FormGrid fields(Supplier<Targets> targets) {
        FormGrid grid = new FormGrid("composer.replay");
        TargetBox target = new TargetBox(Strings.of("composer.replay.into"), targets, model.target());
        target.setId("replay-target");
        grid.line("into", target, model.problems().of(ReplayModel.TARGET));
        DirectionBox direction = new DirectionBox(Strings.of("composer.replay.direction"), model.direction());
        direction.setId("replay-direction");
        direction.disableProperty().bind(model.whole().not());
        grid.line("direction", direction);
        grid.line("timing", Segments.of(List.of(Timing.ORIGINAL, Timing.NONE),
                timing -> Strings.of("composer.replay." + name(timing)), timing -> "replay-" + name(timing),
                model.timing(), model.timing()::set));
        TextField speed = new TextField();
        speed.setId("replay-speed");
        speed.getStyleClass().addAll("value-field", "figures");
        speed.textProperty().bindBidirectional(model.speed());
        ValueField gap = new ValueField(Quantity.TIME, model.gap(), false);
        gap.setId("replay-gap");
        speed.disableProperty().bind(model.timing().isEqualTo(Timing.NONE));
        gap.disableProperty().bind(speed.disableProperty());
        grid.pair("speed", speed, model.problems().of(ReplayModel.SPEED), "gap", gap,
                model.problems().of(ReplayModel.GAP));
        return grid;
    }

    private static String name(Timing timing) {
        return timing.name().toLowerCase(Locale.ROOT);
    }
}
