package dev.socketscope.app.composer;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Segments;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.scope.TargetBox;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.Direction;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Sends a message into a live connection. */
final class SendCard extends VBox {
    /** @param targets the connections into which something can be sent now */
    SendCard(SendModel model, Supplier<Targets> targets) {
        getStyleClass().addAll("card", "composer-card");
        TargetBox target = new TargetBox(Strings.of("composer.send.target"), targets, model.target());
        target.setId("send-target");
        FormGrid grid = new FormGrid("composer.send");
        grid.line("target", target, model.problems().of(SendModel.TARGET));
        grid.line("direction", Segments.of(List.of(Direction.TO_CLIENT, Direction.TO_UPSTREAM),
                way -> Strings.of("composer.send." + way.wireName()), way -> "send-" + way.wireName(),
                model.direction(), model.direction()::set));
        BodyEditor editor = new BodyEditor(model.body(), "send");
        VBox.setVgrow(editor, Priority.ALWAYS);
        Button send = new Button(Strings.of("composer.send.send"), Icons.of(Feather.SEND));
        send.setId("send-send");
        send.getStyleClass().add("accent");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setTooltip(new Tooltip(Strings.of("composer.send.tooltip", Keys.hint("↵"))));
        send.setOnAction(e -> model.send());
        Label done = FormGrid.message(model.done(), "open");
        done.setId("send-done");
        HBox end = new HBox(done, FitLine.gap(), send);
        end.setAlignment(Pos.CENTER_LEFT);
        Label problem = FormGrid.message(model.problems().of(Problems.GENERAL), "broken");
        problem.setId("send-refused");
        getChildren().addAll(Sections.title("composer.send"), grid, editor, problem, end);
    }
}
