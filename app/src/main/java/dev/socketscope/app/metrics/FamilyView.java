package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.ChartExport;
import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.ChartSpan;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.HoldButton;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.prometheus.Buckets;
import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.MetricType;
import dev.socketscope.engine.prometheus.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One family: its lines over time, what they say in figures, and how a histogram's values are spread. */
final class FamilyView {
    private static final String SPAN = "metrics.span";
    private static final int MISSING = 3;

    private final Memory memory;
    private final Supplier<Duration> interval;
    private final TimeView view = new TimeView(ChartSpan.FIVE_MINUTES.micros(0, 0), 0);
    private final RttChart chart = new RttChart(Strings.of("metrics.chart"), "", view);
    private final Label name = new Label();
    private final Label help = new Label();
    private final Label most = new Label();
    private final ComboBox<Reading> reading = new ComboBox<>();
    private final ComboBox<ChartSpan> span = new ComboBox<>(FXCollections.observableArrayList(ChartSpan.values()));
    private final HoldButton hold = new HoldButton(view, this::draw);
    private final LabelBoxes labels = new LabelBoxes(this::draw);
    private final LineTable table;
    private final Distribution distribution = new Distribution();
    private final VBox node = new VBox();
    private @Nullable FamilyHistory family;
    private boolean choosing;
    private long oldest;

    FamilyView(Memory memory, ObservableDoubleValue rowHeight, Supplier<Duration> interval) {
        this.memory = memory;
        this.interval = interval;
        table = new LineTable(rowHeight, memory, this::series);
        chart.setId("metrics-chart");
        chart.setOnMoved(this::draw);
        span.setValue(memory.text(SPAN).map(ChartSpan::named).orElse(ChartSpan.FIVE_MINUTES));
        span.valueProperty().subscribe(this::choose);
        reading.setConverter(new Names());
        reading.valueProperty().subscribe((before, now) -> draw());
        build();
    }

    private void build() {
        name.getStyleClass().addAll("section-title", "data");
        name.setId("metrics-name");
        help.getStyleClass().add("muted");
        most.getStyleClass().add("faint");
        reading.setId("metrics-reading");
        reading.setAccessibleText(Strings.of("metrics.reading"));
        span.setId("metrics-span");
        span.setAccessibleText(Strings.of("chart.span"));
        List.of(reading, span).forEach(box -> box.getStyleClass().add("small"));
        hold.setId("metrics-hold");
        ChartExport export = new ChartExport(chart, "metrics", memory);
        export.setId("metrics-export");
        FitLine head = new FitLine(name, most, FitLine.gap(), reading, span, hold, export);
        head.getStyleClass().add("chart-head");
        head.mayGo(most);
        head.mayShrink(name, 120);
        VBox about = new VBox(help, labels);
        about.getStyleClass().add("metric-about");
        HBox below = new HBox(table.node(), distribution);
        below.getStyleClass().add("metric-figures");
        HBox.setHgrow(table.node(), Priority.ALWAYS);
        SplitPane parts = new SplitPane(chart, below);
        parts.setOrientation(Orientation.VERTICAL);
        Remember.divider(memory, "metrics.chart.divider", parts, 0.62);
        VBox.setVgrow(parts, Priority.ALWAYS);
        node.getChildren().addAll(head, about, parts);
        node.getStyleClass().add("chart-part");
    }

    Node node() {
        return node;
    }

    /** Another family, or none. */
    void show(@Nullable FamilyHistory shown) {
        family = shown;
        node.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        choosing = true;
        name.setText(shown.name());
        help.setText(shown.help());
        help.setVisible(!shown.help().isEmpty());
        help.setManaged(help.isVisible());
        reading.getItems().setAll(Reading.of(shown));
        reading.getSelectionModel().selectFirst();
        reading.setDisable(reading.getItems().size() < 2);
        labels.begin(shown);
        choosing = false;
        draw();
    }

    /** The present has come to a time, and there may be new values. @param first time of the first scrape */
    void refresh(long now, long first) {
        view.now(now);
        oldest = first;
        if (span.getValue() == ChartSpan.ALL && view.following()) {
            view.span(span.getValue().micros(oldest, now));
        }
        if (family != null) {
            choosing = true;
            labels.update(family);
            choosing = false;
        }
        draw();
    }

    private void choose(ChartSpan chosen) {
        memory.put(SPAN, chosen.name());
        view.span(chosen.micros(oldest, view.now()));
        view.follow();
        draw();
    }

    private void draw() {
        hold.refresh();
        Reading read = reading.getValue();
        if (choosing || family == null || read == null) {
            return;
        }
        FamilyLines lines = FamilyLines.of(family, read, labels.wanted(), view);
        most.setText(lines.all() <= FamilyLines.MOST ? ""
                : Strings.of("metrics.most", Units.count(FamilyLines.MOST), Units.count(lines.all())));
        chart.unit(lines.scale().unit());
        table.show(lines);
        series();
        spread(family);
    }

    private void series() {
        long gap = MISSING * Math.max(1_000_000L, interval.get().toMillis() * 1_000);
        chart.show(table.node()
                .getItems()
                .stream()
                .map(line -> new ChartSeries(line.title(), line.number(), table.opacity(line), gap, line.points()))
                .toList(), List.of());
    }

    private void spread(FamilyHistory shown) {
        distribution.setVisible(shown.type() == MetricType.HISTOGRAM);
        if (distribution.isVisible()) {
            Buckets.Spread spread = Buckets.of(shown, labels.wanted()).between(view.from(), view.to());
            distribution.show(spread, Scale.of(shown, Reading.MEAN, spread.quantile(0.5)));
        }
    }

    /** Readings in words. */
    private static final class Names extends StringConverter<Reading> {
        @Override
        public String toString(@Nullable Reading reading) {
            return reading == null ? "" : Strings.of("metrics.reading." + reading.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Reading fromString(String text) {
            return Reading.valueOf(text);
        }
    }
}
