package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The engines that are linked, and those that were before. */
final class EngineList extends VBox {
    private static final Duration PERIOD = Duration.millis(500);

    private final Engines engines;
    private final Consumer<String> attach;
    private final Runnable chosen;
    private final Timeline clock = new Timeline(new KeyFrame(PERIOD, e -> update()));
    private final ListChangeListener<EngineChoice> changed = change -> fill();

    /**
     * @param attach gets the control port of an engine that was linked before
     * @param chosen runs after an engine is shown
     */
    EngineList(Engines engines, Consumer<String> attach, Runnable chosen) {
        this.engines = engines;
        this.attach = attach;
        this.chosen = chosen;
        getStyleClass().add("engine-list");
        engines.all().addListener(changed);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        fill();
    }

    private void fill() {
        getChildren().clear();
        engines.all().forEach(choice -> getChildren().add(new EngineRow(choice, engines, chosen)));
        engines.known().forEach(control -> getChildren().add(known(control)));
    }

    private HBox known(String control) {
        Button again = new Button(EngineNames.address(control), Icons.of(Feather.LINK));
        again.getStyleClass().addAll("engine-choose", "engine-known", "data");
        again.setMaxWidth(Double.MAX_VALUE);
        again.setAlignment(Pos.CENTER_LEFT);
        again.setAccessibleText(Strings.of("engines.again", control));
        again.setOnAction(e -> attach.accept(control));
        HBox.setHgrow(again, Priority.ALWAYS);
        Button forget = Icons.button(Feather.X, Strings.of("engines.forget", control), () -> {
            engines.forget(control);
            fill();
        });
        HBox row = new HBox(again, forget);
        row.getStyleClass().add("engine-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void update() {
        getChildren().forEach(row -> {
            if (row instanceof EngineRow linked) {
                linked.update();
            }
        });
    }

    /** Ends following the engines. */
    void close() {
        clock.stop();
        engines.all().removeListener(changed);
    }
}
