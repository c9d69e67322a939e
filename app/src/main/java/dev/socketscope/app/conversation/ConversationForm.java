package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Segments;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ValueField;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says with whom and how the conversation is to be held again. */
final class ConversationForm extends VBox {
    private final ConversationModel model;

    ConversationForm(ConversationModel model) {
        this.model = model;
        getStyleClass().add("conversation-form");
        FormGrid grid = new FormGrid("again");
        grid.line("part",
                Segments.of(List.of(Wish.Part.values()), part -> Strings.of("again.part." + name(part)),
                        part -> "again-" + name(part), model.part(), model.part()::set));
        FormGrid server = new FormGrid("again");
        server.line("to", field(ConversationModel.TO, model.to()), model.problems().of(ConversationModel.TO));
        FormGrid mock = new FormGrid("again");
        mock.line("listen", field(ConversationModel.LISTEN, model.listen()),
                model.problems().of(ConversationModel.LISTEN));
        server.visibleProperty().bind(model.part().isEqualTo(Wish.Part.CLIENT));
        mock.visibleProperty().bind(model.part().isEqualTo(Wish.Part.SERVER));
        server.managedProperty().bind(server.visibleProperty());
        mock.managedProperty().bind(mock.visibleProperty());
        VBox fields = new VBox(grid, server, mock, how());
        fields.getStyleClass().add("conversation-fields");
        fields.disableProperty().bind(model.running());
        Label problem = FormGrid.message(model.problems().of(Problems.GENERAL), "broken");
        problem.setId("again-problem");
        getChildren().setAll(fields, problem, buttons());
    }

    private FormGrid how() {
        FormGrid grid = new FormGrid("again");
        grid.line("timing", Segments.of(List.of(true, false),
                ordered -> Strings.of(ordered ? "again.ordered" : "again.timed"),
                ordered -> ordered ? "again-ordered" : "again-timed", model.ordered(), model.ordered()::set));
        TextField speed = field(ConversationModel.SPEED, model.speed());
        speed.getStyleClass().addAll("value-field", "figures");
        speed.disableProperty().bind(model.ordered());
        ValueField wait = new ValueField(Quantity.TIME, model.waiting(), false);
        wait.setId("again-wait");
        grid.pair("speed", speed, model.problems().of(ConversationModel.SPEED), "wait", wait,
                model.problems().of(ConversationModel.WAIT));
        TextField ignore = field(ConversationModel.IGNORE, model.ignore());
        ignore.setPromptText(Strings.of("again.ignore.prompt"));
        grid.line("ignore", ignore, model.problems().of(ConversationModel.IGNORE));
        return grid;
    }

    private HBox buttons() {
        Button start = new Button(Strings.of("again.start"), Icons.of(Feather.PLAY));
        start.setId("again-start");
        start.getStyleClass().add("accent");
        start.setOnAction(e -> model.start());
        start.disableProperty().bind(model.running());
        Button stop = new Button(Strings.of("again.stop"), Icons.of(Feather.SQUARE));
        stop.setId("again-stop");
        stop.setOnAction(e -> model.stop());
        stop.disableProperty().bind(model.running().not());
        HBox box = new HBox(FitLine.gap(), stop, start);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add("conversation-buttons");
        return box;
    }

    private static TextField field(String key, StringProperty text) {
        TextField field = new TextField();
        field.setId("again-" + key);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static String name(Wish.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
