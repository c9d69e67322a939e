package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.scope.Scopes;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Takes a link down now, says what is down, and brings it back. */
final class CutCard extends VBox {
    private static final String ID = "cut-link";

    private final CutModel model;
    private final CutList down;

    CutCard(CutModel model) {
        this.model = model;
        down = new CutList(model);
        getStyleClass().addAll("card", "cut-card");
        Label scope = new Label();
        scope.getStyleClass().addAll("data", "muted");
        scope.textProperty().bind(model.target().map(Scopes::words));
        HBox head = new HBox(Sections.title("faults.cut"), Sections.hint("faults.cut.hint"), FitLine.gap(), scope);
        head.getStyleClass().add("section-head");
        Label problem = new MessageLabel(model.problem(), "broken");
        problem.setId(ID + "-problem");
        getChildren().addAll(head, how(), closing(), problem, down);
    }

    /** Says how long it has been and how long it will be. */
    void tell(Instant now) {
        down.tell(now);
    }

    private Node how() {
        PartControls controls = new PartControls(model.draft(), ID);
        HBox line = new HBox();
        line.getStyleClass().addAll("section-head", "cut-line");
        model.draft()
                .parts()
                .stream()
                .filter(Part.Pick.class::isInstance)
                .map(controls::of)
                .forEach(line.getChildren()::addAll);
        Part after = Draft.OCCASION.stream()
                .filter(part -> part.key().equals(CutModel.RESTORE_AFTER))
                .findFirst()
                .orElseThrow();
        Label restore = Sections.hint("faults.cut.after");
        Button cut = new Button(Strings.of("cut.now"), Icons.of(Feather.SCISSORS));
        cut.setId(ID + "-now");
        cut.getStyleClass().add("danger");
        cut.setMinWidth(Region.USE_PREF_SIZE);
        cut.setOnAction(e -> model.cutNow());
        line.getChildren().add(restore);
        line.getChildren().addAll(controls.of(after));
        line.getChildren().addAll(FitLine.gap(), cut);
        return line;
    }

    private Node closing() {
        PartControls controls = new PartControls(model.draft(), ID);
        HBox line = new HBox();
        line.getStyleClass().addAll("section-head", "cut-line");
        for (Part part : model.draft().parts()) {
            if (!(part instanceof Part.Pick)) {
                Label name = new Label(FaultWords.part(part));
                name.getStyleClass().add("muted");
                name.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(name);
                line.getChildren().addAll(controls.of(part));
            }
        }
        HBox.setHgrow(line.getChildren().getLast(), Priority.ALWAYS);
        line.visibleProperty().bind(model.draft().text("mode").isEqualTo("close"));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
