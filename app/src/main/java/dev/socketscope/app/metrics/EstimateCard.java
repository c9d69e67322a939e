package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import dev.socketscope.engine.prometheus.LevelEstimate;
import dev.socketscope.engine.prometheus.Preset;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A service level as metrics tell it, or why they cannot. */
final class EstimateCard extends VBox {
    private final Kind kind;
    private final Label value = new Label(Units.NOTHING);
    private final Label basis = new Label();

    EstimateCard(Kind kind) {
        this.kind = kind;
        setId("estimate-" + key(kind).replace('_', '-'));
        getStyleClass().addAll("card", "level-card");
        Label title = new Label(Strings.of("overview.level." + key(kind)));
        title.getStyleClass().add("muted");
        value.getStyleClass().addAll("level-value", "figures");
        basis.getStyleClass().addAll("muted", "level-target");
        basis.setTooltip(new Tooltip());
        getChildren().addAll(title, value, basis);
    }

    void show(LevelEstimate estimate, Preset preset) {
        ServiceLevel level = estimate.level();
        boolean measured = !Double.isNaN(level.value());
        value.setText(measured ? Units.decimal(level.value()) + " " + kind.unit() : Units.NOTHING);
        value.getStyleClass().removeAll("muted", "broken", "good", "held");
        value.getStyleClass().add(!measured ? "muted" : level.alerting() ? "broken" : level.good() ? "good" : "held");
        basis.setText(!estimate.known() ? Strings.of("metrics.level." + preset(preset) + "." + key(kind))
                : measured ? Strings.of("metrics.level.samples", target(), Units.count(level.samples()))
                        : Strings.of("metrics.level.nothing", target()));
        basis.getTooltip().setText(basis.getText());
        setAccessibleText(kind.label() + " " + value.getText() + ", " + basis.getText());
    }

    /** {@code > 99 %}. */
    private String target() {
        String sign = kind.target() == 100 && kind.higherIsBetter() ? "" : kind.higherIsBetter() ? "> " : "< ";
        return sign + Units.decimal(kind.target()) + " " + kind.unit();
    }

    /** An engine knows everything that it has not been too old to tell. */
    private static String preset(Preset preset) {
        return preset == Preset.ENVOY ? "envoy" : "other";
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
