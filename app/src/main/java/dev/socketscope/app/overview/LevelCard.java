package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ToneClass;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LevelTrend;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A service level against its target, with what it was before. */
final class LevelCard extends VBox {
    private final Kind kind;
    private final Label value = new Label();
    private final ToneClass tone = new ToneClass(value);
    private final LevelChart history;

    LevelCard(Kind kind) {
        this.kind = kind;
        Label title = new Label(Strings.of("overview.level." + kind.name().toLowerCase(Locale.ROOT)));
        history = new LevelChart(kind, title.getText());
        setId("level-" + Names.of(kind));
        getStyleClass().addAll("card", "level-card");
        title.getStyleClass().add("muted");
        value.getStyleClass().addAll("level-value", "figures");
        Label target = new Label(target(kind));
        target.getStyleClass().addAll("muted", "level-target");
        HBox middle = new HBox(value, history);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.getStyleClass().add("section-head");
        HBox.setHgrow(history, Priority.ALWAYS);
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, middle, target);
    }

    void show(List<LevelTrend> levels) {
        levels.stream().filter(level -> level.now().kind() == kind).findFirst().ifPresentOrElse(this::show, () -> {
            value.setText(Units.NOTHING);
            tone.show("muted");
            history.show(null);
        });
    }

    private void show(LevelTrend trend) {
        ServiceLevel level = trend.now();
        value.setText(Double.isNaN(level.value()) ? Units.NOTHING : Units.decimal(level.value()) + " " + kind.unit());
        tone.show(Double.isNaN(level.value()) ? "muted" : level.alerting() ? "broken" : level.good() ? "good" : "held");
        history.show(trend);
        setAccessibleText(kind.label() + " " + value.getText() + ", " + target(kind));
    }

    /** {@code target > 99 % · alert < 95 %}. */
    static String target(Kind kind) {
        boolean exact = kind.higherIsBetter() && kind.target() == 100;
        String better = exact ? "" : kind.higherIsBetter() ? "> " : "< ";
        return Strings.of("overview.target", better + Units.decimal(kind.target()) + " " + kind.unit(),
                (kind.higherIsBetter() ? "< " : "> ") + Units.decimal(kind.alert()) + " " + kind.unit());
    }
}
