package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Switch;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One type of fault: a line with a switch, and below it what can be set. */
final class FaultCard extends VBox {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final CardModel model;
    private final Switch armed;
    private final Label scope = new Label();
    private final Button fold;
    private @Nullable CardBody body;

    FaultCard(CardModel model) {
        this.model = model;
        FaultType type = model.draft().type();
        setId("fault-" + type.wireName());
        getStyleClass().addAll("card", "fault-card");
        armed = new Switch(FaultWords.title(type));
        armed.setId(getId() + "-switch");
        fold = Icons.button(Feather.CHEVRON_RIGHT, Strings.of("faults.open", FaultWords.title(type)), this::toggle);
        fold.setId(getId() + "-fold");
        fold.getStyleClass().add("fold-button");
        getChildren().addAll(head(type), message(model.problem(), "broken", "-problem"),
                message(model.note(), "held", "-note"));
        armed.selectedProperty().subscribe((before, now) -> turn(now));
        model.on().subscribe(this::follow);
        model.scope().subscribe(this::tell);
    }

    /** Shows or hides what can be set. */
    void open(boolean open) {
        fold.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        if (open && body == null) {
            body = new CardBody(model.draft());
            getChildren().add(1, body);
        }
        if (body != null) {
            body.setVisible(open);
            body.setManaged(open);
        }
    }

    private void toggle() {
        open(body == null || !body.isVisible());
    }

    private Node head(FaultType type) {
        Label title = new Label(FaultWords.title(type));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label summary = new Label(FaultWords.summary(type));
        summary.getStyleClass().addAll("muted", "fault-summary");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        scope.getStyleClass().addAll("data", "muted", "fault-scope");
        FitLine head = new FitLine(fold, title, summary, FitLine.gap(), scope, armed);
        head.mayGo(summary);
        head.getStyleClass().add("fault-head");
        Tooltip.install(title, new Tooltip(summary.getText()));
        head.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                toggle();
            }
        });
        return head;
    }

    private Label message(ObservableValue<String> text, String tone, String suffix) {
        MessageLabel label = new MessageLabel(text, tone, "fault-message");
        label.setId(getId() + suffix);
        return label;
    }

    private void turn(boolean on) {
        if (on != model.on().get()) {
            model.turn(on);
            armed.setSelected(model.on().get());
            // What is wrong can only be mended in sight.
            open(on || body != null && body.isVisible());
        }
    }

    private void follow(boolean on) {
        armed.setSelected(on);
        if (on) {
            open(true);
        }
        pseudoClassStateChanged(ARMED, on);
    }

    private void tell(FaultMatch now) {
        scope.setText(Scopes.words(now));
        String why = model.draft().useless(Draft.DIRECTION).map(FaultWords::useless).orElse("");
        scope.setTooltip(new Tooltip((Scopes.words(now) + "\n" + why).strip()));
    }
}
