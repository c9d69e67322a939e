package dev.socketscope.app.composer;

import static dev.socketscope.app.composer.BreakpointDraft.COUNT;
import static dev.socketscope.app.composer.BreakpointDraft.HOLD;
import static dev.socketscope.app.composer.BreakpointDraft.LABEL;
import static dev.socketscope.app.composer.BreakpointDraft.NTH;
import static dev.socketscope.app.composer.BreakpointDraft.SKIP;
import static dev.socketscope.app.composer.BreakpointDraft.TEXT;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ValueField;
import dev.socketscope.app.scope.DirectionBox;
import dev.socketscope.app.scope.TargetBox;
import dev.socketscope.app.scope.Targets;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says which messages are to be held, and for how long. */
final class BreakpointForm extends VBox {
    private final BreakpointsModel model;
    private final BreakpointDraft draft;

    /** @param targets whose messages can be held now */
    BreakpointForm(BreakpointsModel model, Supplier<Targets> targets) {
        this.model = model;
        draft = model.draft();
        getStyleClass().addAll("card", "composer-card");
        HBox head = new HBox(Sections.title("composer.breakpoint.new"));
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, fields(targets),
                FormGrid.message(draft.problems().of(Problems.GENERAL), "broken"), end(),
                FormGrid.message(model.note(), "held"));
    }

    private FormGrid fields(Supplier<Targets> targets) {
        FormGrid grid = new FormGrid("composer.breakpoint");
        TargetBox target = named("target", new TargetBox(Strings.of("composer.breakpoint.target"), targets,
                draft.target()));
        DirectionBox direction = named("direction",
                new DirectionBox(Strings.of("composer.breakpoint.direction"), draft.direction()));
        direction.setMinWidth(Region.USE_COMPUTED_SIZE);
        direction.setPrefWidth(0);
        KindBox kind = named("kind", new KindBox(draft.opcode()));
        kind.setPrefWidth(0);
        grid.line("target", target);
        grid.line("direction", direction);
        grid.line("kind", kind);
        TextField text = words(TEXT, "text");
        text.setPromptText(Strings.of("composer.breakpoint.text.prompt"));
        grid.line("text", text, problem(TEXT));
        ValueField count = value(COUNT, "count", Quantity.NUMBER);
        count.setPromptText(Strings.of("composer.unlimited"));
        grid.pair("hold", value(HOLD, "hold", Quantity.TIME), problem(HOLD), "count", count, problem(COUNT));
        grid.pair("nth", value(NTH, "nth", Quantity.NUMBER), problem(NTH), "skip",
                value(SKIP, "skip", Quantity.NUMBER), problem(SKIP));
        grid.line("label", words(LABEL, "label"), problem(LABEL));
        return grid;
    }

    private HBox end() {
        Button set = new Button(Strings.of("composer.breakpoint.set"), Icons.of(Feather.PAUSE_CIRCLE));
        set.setId("breakpoint-set");
        set.getStyleClass().add("accent");
        set.setOnAction(e -> model.set());
        HBox end = new HBox(FitLine.gap(), set);
        end.setAlignment(Pos.CENTER_RIGHT);
        return end;
    }

    private TextField words(String key, String id) {
        TextField field = named(id, new TextField());
        field.getStyleClass().add("data");
        field.textProperty().bindBidirectional(draft.text(key));
        field.setOnAction(e -> model.set());
        return field;
    }

    private ValueField value(String key, String id, Quantity quantity) {
        ValueField field = named(id, new ValueField(quantity, draft.text(key), key.equals(COUNT)));
        field.setPrefWidth(0);
        return field;
    }

    private ObservableValue<String> problem(String key) {
        return draft.problems().of(key);
    }

    private static <C extends Control> C named(String id, C control) {
        control.setId("breakpoint-" + id);
        return control;
    }
}
