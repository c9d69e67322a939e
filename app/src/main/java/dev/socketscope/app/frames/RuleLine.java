package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A line in which the filter for heartbeats is written: Enter takes it, Escape leaves it as it was. */
final class RuleLine extends HBox {
    private final TextField field = new TextField();
    private final Label wrong = new Label();
    private final Function<String, Optional<String>> check;
    private final Consumer<String> taken;

    /**
     * @param check what is wrong with a filter; empty when nothing is
     * @param taken gets a filter that is right
     */
    RuleLine(Function<String, Optional<String>> check, Consumer<String> taken) {
        this.check = check;
        this.taken = taken;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        var label = new Label(Strings.of("frames.rule.label"));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setId("frames-rule");
        field.getStyleClass().add("data");
        HBox.setHgrow(field, Priority.ALWAYS);
        wrong.getStyleClass().add("payload-wrong");
        wrong.setMinWidth(0);
        var usual = new Button(Strings.of("frames.rule.usual"));
        usual.getStyleClass().add("small");
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setOnAction(event -> field.setText(HiddenFrames.USUAL_HEARTBEATS));
        field.setOnAction(event -> take());
        field.textProperty().subscribe(text -> wrong.setText(""));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setOpen(false);
                event.consume();
            }
        });
        getChildren().addAll(label, field, wrong, usual,
                Icons.button(Feather.CHECK, Strings.of("frames.rule.take"), this::take),
                Icons.button(Feather.X, Strings.of("payload.find.close"), () -> setOpen(false)));
        setOpen(false);
    }

    void open(String rule) {
        field.setText(rule);
        setOpen(true);
        field.requestFocus();
    }

    private void take() {
        String rule = field.getText().strip();
        Optional<String> problem = rule.isEmpty() ? Optional.empty() : check.apply(rule);
        wrong.setText(problem.orElse(""));
        if (problem.isEmpty()) {
            taken.accept(rule);
            setOpen(false);
        }
    }

    private void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
    }
}
