package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Logo;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Metrics;
import dev.socketscope.engine.prometheus.Preset;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A whole window about an endpoint that tells metrics and nothing else. JavaFX thread only. */
public final class MetricsOnly {
    private final Metrics metrics;
    private final MetricsPanel panel;
    private final EstimateStrip levels = new EstimateStrip();
    private final Label whose = new Label();
    private final VBox root = new VBox();

    /** @param address of the endpoint, for people */
    public MetricsOnly(Metrics metrics, String address, Appearance appearance, Memory memory) {
        this.metrics = metrics;
        panel = new MetricsPanel(metrics, appearance, memory);
        Node body = panel.slot().content().get();
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(top(address, appearance), levels, body);
        // After the panel, whose model it looks at.
        metrics.latest().subscribe(attempt -> refresh());
    }

    public Parent root() {
        return root;
    }

    private void refresh() {
        Preset preset = panel.model().preset();
        boolean something = !panel.model().hasNothing();
        levels.setVisible(something);
        levels.setManaged(something);
        levels.show(panel.model().levels(), preset);
        whose.setText(something ? Strings.of("metrics.whose." + preset.name().toLowerCase(Locale.ROOT)) : "");
    }

    private Node top(String address, Appearance appearance) {
        Label where = new Label(address);
        where.getStyleClass().addAll("data", "metric-address");
        where.setId("metrics-address");
        whose.getStyleClass().add("muted");
        whose.setId("metrics-whose");
        Label only = new Label(Strings.of("metrics.only"));
        only.getStyleClass().add("faint");
        only.setTooltip(new Tooltip(Strings.of("metrics.only.text")));
        Button theme = new Button();
        theme.getStyleClass().addAll("icon-button", "boxed");
        theme.setOnAction(e -> appearance.theme()
                .set(appearance.dark().get() ? Appearance.Theme.LIGHT : Appearance.Theme.DARK));
        appearance.dark().subscribe(dark -> {
            String title = Strings.of(dark ? "theme.to.light" : "theme.to.dark");
            theme.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON));
            theme.setTooltip(new Tooltip(title));
            theme.setAccessibleText(title);
        });
        FitLine line = new FitLine(new Logo(), where, whose, FitLine.gap(), only, interval(), theme);
        line.getStyleClass().add("top-bar");
        line.mayGo(only);
        line.mayShrink(where, 160);
        return line;
    }

    private ComboBox<Duration> interval() {
        TreeSet<Duration> choices = new TreeSet<>();
        for (int seconds : new int[]{1, 2, 5, 10, 30, 60}) {
            choices.add(Duration.ofSeconds(seconds));
        }
        choices.add(metrics.interval());
        ComboBox<Duration> box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setId("metrics-interval");
        box.setAccessibleText(Strings.of("metrics.interval"));
        box.setTooltip(new Tooltip(Strings.of("metrics.interval")));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Duration interval) {
                return interval == null ? "" : Strings.of("metrics.every", Long.toString(interval.toSeconds()));
            }

            @Override
            public Duration fromString(String text) {
                return Duration.parse(text);
            }
        });
        box.setValue(metrics.interval());
        box.valueProperty().subscribe((before, now) -> metrics.every(now));
        return box;
    }
}
