package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.api.ServiceLevel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A linked engine: how it is, and what shows it and lets go of it. */
final class EngineRow extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final EngineChoice choice;
    private final Region dot = new Region();
    private final Label state = new Label();
    private final Button choose = new Button();

    /** @param chosen runs after it is shown */
    EngineRow(EngineChoice choice, Engines engines, Runnable chosen) {
        this.choice = choice;
        boolean shown = engines.shown().get() == choice;
        getStyleClass().add("engine-row");
        setAlignment(Pos.CENTER_LEFT);
        choose.setGraphic(content());
        choose.getStyleClass().add("engine-choose");
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setAlignment(Pos.CENTER_LEFT);
        choose.pseudoClassStateChanged(SHOWN, shown);
        choose.setOnAction(e -> {
            chosen.run();
            engines.show(choice);
        });
        HBox.setHgrow(choose, Priority.ALWAYS);
        getChildren().add(choose);
        if (engines.canDetach(choice)) {
            Button detach = Icons.button(Feather.X, Strings.of("engines.detach", EngineNames.line(choice)),
                    () -> engines.detach(choice));
            detach.getStyleClass().add("engine-detach");
            getChildren().add(detach);
        }
        update();
    }

    private HBox content() {
        dot.getStyleClass().add("status-dot");
        dot.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label name = new Label(choice.engine().info().name());
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label way = new Label(EngineNames.way(choice.engine().info()));
        way.getStyleClass().addAll("data", "muted");
        way.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox title = new HBox(name, way);
        title.getStyleClass().add("engine-pill-content");
        title.setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("muted");
        state.setTooltip(new Tooltip());
        state.getTooltip().textProperty().bind(state.textProperty());
        VBox text = new VBox(title, state);
        text.getStyleClass().add("engine-row-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(dot, text);
        content.getStyleClass().add("engine-pill-content");
        content.setAlignment(Pos.CENTER_LEFT);
        return content;
    }

    /** Shows how it is now. */
    void update() {
        String away = choice.away().get();
        long alerts = choice.engine().serviceLevels().stream().filter(ServiceLevel::alerting).count();
        dot.getStyleClass().setAll("status-dot", away.isEmpty() ? alerts == 0 ? "open" : "held" : "broken");
        String live = away.isEmpty()
                ? Strings.of("engines.live", Units.count(choice.engine().counters().activeConnections()))
                : away;
        String way = choice.way().get();
        state.setText(EngineNames.place(choice) + " · " + live
                + (alerts == 0 ? "" : " · " + Strings.of("engines.alerts", Units.count(alerts)))
                + (way.isEmpty() ? "" : " · " + way));
        choose.setAccessibleText(EngineNames.line(choice) + ", " + state.getText());
    }
}
