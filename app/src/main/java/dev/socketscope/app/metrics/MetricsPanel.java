package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.SearchField;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Metrics;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every metric of a place: a list that can be searched, and the one that is chosen over time. JavaFX thread only. */
public final class MetricsPanel {
    private final Metrics metrics;
    private final MetricsModel model = new MetricsModel();
    private final FamilyList list;
    private final FamilyView family;
    private final Chip state = new Chip();
    private final Label sentence = new Label();
    private final StringProperty count = new SimpleStringProperty("");
    private final StringProperty complaints = new SimpleStringProperty("");
    private final VBox node = new VBox();

    public MetricsPanel(Metrics metrics, Appearance appearance, Memory memory) {
        this.metrics = metrics;
        list = new FamilyList(model, metrics::interval);
        family = new FamilyView(memory, appearance.rowHeight(), metrics::interval);
        family.show(null);
        list.chosen().subscribe(family::show);
        build(memory);
        metrics.latest().subscribe(attempt -> {
            if (attempt != Metrics.Attempt.NONE) {
                model.add(attempt);
            }
            refresh();
        });
        Sight.whenShown(node, this::refresh);
    }

    private void build(Memory memory) {
        sentence.getStyleClass().addAll("muted", "figures");
        sentence.setId("metrics-state");
        SearchField search = new SearchField("metrics-search", "metrics.search", 22, text -> {
            model.search(text);
            list.refresh();
        });
        FitLine head = new FitLine(Sections.panel("metrics.title"), new Badge(count), state, sentence, FitLine.gap(),
                search);
        head.getStyleClass().add("panel-header");
        head.mayShrink(sentence, 120);
        SplitPane parts = new SplitPane(list.node(), family.node());
        Remember.divider(memory, "metrics.divider", parts, 0.3);
        VBox.setVgrow(parts, Priority.ALWAYS);
        node.getChildren().addAll(head, new MessageLabel(complaints, "metric-complaints"), parts);
        node.getStyleClass().addAll("panel", "metrics");
    }

    public PanelSlot slot() {
        return new PanelSlot("metrics", Strings.of("metrics.title"), Feather.BAR_CHART_2, node);
    }

    /** Shows a family, if it is there. */
    public void choose(String name) {
        list.choose(name);
    }

    private void refresh() {
        if (!Sight.isShown(node)) {
            return;
        }
        SourceLine line = SourceLine.of(model, metrics.interval());
        line.show(state);
        sentence.setText(line.sentence());
        sentence.setTooltip(new Tooltip(line.sentence()));
        count.set(model.families() == 0 ? "" : Units.count(model.families()));
        complaints.set(String.join("\n", model.complaints()));
        list.refresh();
        family.refresh(MetricsModel.micros(model.last().at()), model.history().first());
    }

    MetricsModel model() {
        return model;
    }
}
