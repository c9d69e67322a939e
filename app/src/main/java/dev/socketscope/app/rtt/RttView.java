package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartExport;
import dev.socketscope.app.controls.ChartMoments;
import dev.socketscope.app.controls.ChartSpan;
import dev.socketscope.app.controls.ChartWindow;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.HoldButton;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Moment;
import dev.socketscope.engine.api.Connection;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A chart of round trips with its legend, and what can be done with it. */
final class RttView {
    private static final long FIRST_SPAN = 300 * TimeView.SECOND;
    /** Young lines would be a smudge at the edge of the chosen span. */
    private static final long LEAST_SPAN = 60 * TimeView.SECOND;

    private final Live live;
    private final Memory memory;
    private final String key;
    private final Supplier<List<Connection>> wanted;
    private final RttFeed feed;
    private final TimeView view = new TimeView(FIRST_SPAN, 0);
    private final RttChart chart = new RttChart(Strings.of("rtt.name"), "ms", view);
    private final RttLegend legend;
    private final Label nothing = new Label(Strings.of("rtt.nothing"));
    private final ComboBox<ChartSpan> span = new ComboBox<>(FXCollections.observableArrayList(ChartSpan.values()));
    private final HoldButton hold = new HoldButton(view, this::moved);
    private final FitLine head;
    private final VBox node;
    private final VBox body;
    private final ChartExport export;
    private List<LegLine> lines = List.of();
    private long fitted = FIRST_SPAN;
    private boolean many;
    private List<ChartWindow> faults = List.of();
    private @Nullable RttFigures figures;

    /**
     * @param key under which the chosen span is remembered
     * @param wanted connections to show now, the most wanted ones first
     */
    RttView(Live live, Memory memory, String key, Supplier<List<Connection>> wanted) {
        this.live = live;
        this.memory = memory;
        this.key = key + ".span";
        this.wanted = wanted;
        feed = new RttFeed(live.engine());
        legend = new RttLegend(key);
        export = new ChartExport(chart, "rtt", memory);
        head = head(key);
        nothing.getStyleClass().add("faint");
        nothing.setMouseTransparent(true);
        StackPane place = new StackPane(chart, nothing);
        VBox.setVgrow(place, Priority.ALWAYS);
        body = new VBox(place);
        VBox.setVgrow(body, Priority.ALWAYS);
        node = new VBox(head, body);
        node.getStyleClass().add("chart-part");
        chart.setId(key + "-chart");
        chart.setOnMoved(this::moved);
        span.setValue(memory.text(this.key).map(ChartSpan::named).orElse(ChartSpan.FIVE_MINUTES));
        span.valueProperty().subscribe(chosen -> choose(chosen));
        live.runs().subscribe((before, now) -> feed.forget());
        live.shown().subscribe(state -> refresh());
        Sight.whenShown(node, this::refresh);
        live.tellsSeconds(node, this::more);
    }

    Node node() {
        return node;
    }

    /** Puts something into the line above the chart, behind the title. */
    void addTool(Node tool) {
        head.getChildren().add(1, tool);
    }

    /** Puts the lines in figures below the chart. */
    void addFigures(ObservableDoubleValue rowHeight) {
        RttFigures table = new RttFigures(memory, rowHeight, this::moved);
        figures = table;
        body.getChildren().add(table.node());
        export.figures(table::csv);
        export.picture(body);
    }

    /** @param moment asked for the frames of a connection at a moment of the chart */
    void setOnMoment(Moment moment) {
        ChartMoments.install(chart, (series, micros) -> lines.stream()
                .filter(line -> line.points() == series.points())
                .findFirst()
                .ifPresent(line -> moment.show(line.connection(), micros)));
    }

    /** Looks at what is wanted again. */
    void refresh() {
        if (!Sight.isShown(node)) {
            return;
        }
        LiveState state = live.shown().get();
        List<Connection> connections = wanted.get();
        lines = feed.read(connections);
        view.now(TimeView.micros(state.at()));
        if (view.following() && view.span() == fitted) {
            fit();
        }
        many = connections.size() > 1;
        faults = FaultWindows.of(state, connections);
        nothing.setVisible(lines.stream().allMatch(line -> line.points().size() == 0));
        moved();
        legend.connections(Math.min(connections.size(), RttFeed.MOST), connections.size());
    }

    /** Whether there are round trips that are not drawn yet, or the chart has moved. */
    private boolean more() {
        return view.behind(TimeView.micros(live.now()), chart.getWidth()) || feed.more(wanted.get());
    }

    private void choose(ChartSpan chosen) {
        memory.put(key, chosen.name());
        view.follow();
        fit();
        moved();
    }

    /** Shows the chosen time, or less while nothing is that old; until a person zooms. */
    private void fit() {
        long known = Math.max(LEAST_SPAN, view.now() - oldest());
        view.span(Math.min(known, span.getValue().micros(oldest(), view.now())));
        fitted = view.span();
    }

    private void moved() {
        hold.refresh();
        RttFigures table = figures;
        List<LegLine> drawn = table == null ? lines : lines.stream().filter(table::shows).toList();
        if (table != null) {
            table.show(lines, many, view.from(), view.to(), node.getHeight());
        }
        chart.show(drawn.stream().map(line -> line.series(many, table == null ? 1 : table.opacity(line))).toList(),
                faults);
        legend.show(drawn, many, view.from(), view.to());
    }

    private long oldest() {
        return lines.stream()
                .filter(line -> line.points().size() > 0)
                .mapToLong(line -> line.points().time(0))
                .min()
                .orElse(view.now() - FIRST_SPAN);
    }

    private FitLine head(String id) {
        Label title = new Label(Strings.of("rtt.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        span.setId(id + "-span");
        span.setAccessibleText(Strings.of("chart.span"));
        span.getStyleClass().add("small");
        hold.setId(id + "-hold");
        export.setId(id + "-export");
        FitLine box = legend.line(title, span, hold, export);
        box.getStyleClass().add("chart-head");
        return box;
    }
}
