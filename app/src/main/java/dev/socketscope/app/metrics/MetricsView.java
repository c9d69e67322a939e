package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.SearchField;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Metrics;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is to be seen of the metrics of a place. */
final class MetricsView extends VBox {
    private final Metrics metrics;
    private final MetricsModel model;
    private final FamilyList list;
    private final FamilyView family;
    private final Chip state = new Chip();
    private final Label sentence = new Label();
    private final NothingRead nothing = new NothingRead();
    private final StringProperty count = new SimpleStringProperty("");
    private final StringProperty complaints = new SimpleStringProperty("");

    MetricsView(Metrics metrics, MetricsModel model, Appearance appearance, Memory memory) {
        this.metrics = metrics;
        this.model = model;
        list = new FamilyList(model, metrics::interval);
        family = new FamilyView(memory, appearance.rowHeight(), metrics::interval);
        family.show(null);
        list.chosen().subscribe(family::show);
        build(memory);
        Sight.whenShown(this, this::refresh);
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
        parts.visibleProperty().bind(nothing.visibleProperty().not());
        StackPane body = new StackPane(parts, nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, new MessageLabel(complaints, "metric-complaints"), body);
        getStyleClass().addAll("panel", "metrics");
    }

    /** Shows a family, if it is there. */
    void choose(String name) {
        list.choose(name);
    }

    /** As the model is now; does nothing while nobody can see it. */
    void refresh() {
        boolean seen = Sight.isShown(this);
        metrics.watched(seen);
        if (!seen) {
            return;
        }
        SourceLine line = SourceLine.of(model, metrics.interval());
        line.show(state);
        sentence.setText(line.sentence());
        sentence.setTooltip(new Tooltip(line.sentence()));
        count.set(model.families() == 0 ? "" : Units.count(model.families()));
        complaints.set(String.join("\n", model.complaints()));
        nothing.show(model, metrics.interval());
        list.refresh();
        family.refresh(TimeView.micros(model.last().at()), model.history().first());
    }
}
