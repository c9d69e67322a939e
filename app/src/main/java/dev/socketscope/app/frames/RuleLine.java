package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
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
    private final Live live;
    private final StringProperty rule;
    private final Consumer<Runnable> replaced;

    /**
     * @param rule the filter
     * @param replaced gets what brings back the filter that another one has taken the place of
     */
    RuleLine(Live live, StringProperty rule, Consumer<Runnable> replaced) {
        this.replaced = replaced;
        this.live = live;
        this.rule = rule;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        var label = new Label(Strings.of("frames.rule.label"));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setId("frames-rule");
        field.setAccessibleText(Strings.of("frames.rule.label"));
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

    void open() {
        field.setText(rule.get());
        setOpen(true);
        field.requestFocus();
    }

    private void take() {
        String written = field.getText().strip();
        String problem = mistakeIn(written);
        wrong.setText(problem);
        if (problem.isEmpty()) {
            String before = rule.get();
            rule.set(written);
            setOpen(false);
            if (!before.equals(written)) {
                replaced.accept(() -> rule.set(before));
            }
        }
    }

    /** Empty when nothing is wrong. */
    private String mistakeIn(String filter) {
        try {
            live.engine().frames(new FrameQuery(Set.of(), filter)).close();
            return "";
        } catch (FilterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
    }
}
