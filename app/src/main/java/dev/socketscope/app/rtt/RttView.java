package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartExport;
import dev.socketscope.app.controls.ChartSpan;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.HoldButton;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chart of round trips with its legend, and what can be done with it. */
final class RttView {
    private static final long FIRST_SPAN = 300 * TimeView.SECOND;

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
    private List<LegLine> lines = List.of();

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
        head = head(key);
        nothing.getStyleClass().add("faint");
        nothing.setMouseTransparent(true);
        StackPane place = new StackPane(chart, nothing);
        VBox.setVgrow(place, Priority.ALWAYS);
        node = new VBox(head, place);
        node.getStyleClass().add("chart-part");
        chart.setId(key + "-chart");
        chart.setOnMoved(this::moved);
        span.setValue(memory.text(this.key).map(ChartSpan::named).orElse(ChartSpan.FIVE_MINUTES));
        span.valueProperty().subscribe(chosen -> choose(chosen));
        live.shown().subscribe(state -> refresh());
        Sight.whenShown(node, this::refresh);
    }

    Node node() {
        return node;
    }

    /** Puts something into the line above the chart, behind the title. */
    void addTool(Node tool) {
        head.getChildren().add(1, tool);
    }

    /** Looks at what is wanted again. */
    void refresh() {
        if (!Sight.isShown(node)) {
            return;
        }
        LiveState state = live.shown().get();
        List<Connection> connections = wanted.get();
        lines = feed.read(connections);
        view.now(micros(state.at()));
        if (span.getValue() == ChartSpan.ALL && view.following()) {
            view.span(span.getValue().micros(oldest(), view.now()));
        }
        boolean many = connections.size() > 1;
        chart.show(lines.stream().map(line -> line.series(many)).toList(), FaultWindows.of(state, connections));
        nothing.setVisible(lines.stream().allMatch(line -> line.points().size() == 0));
        moved();
        legend.connections(Math.min(connections.size(), RttFeed.MOST), connections.size());
    }

    private void choose(ChartSpan chosen) {
        memory.put(key, chosen.name());
        view.span(chosen.micros(oldest(), view.now()));
        view.follow();
        chart.draw();
        moved();
    }

    private void moved() {
        hold.refresh();
        chart.draw();
        legend.show(lines, view.from(), view.to());
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
        ChartExport export = new ChartExport(chart, "rtt", memory);
        export.setId(id + "-export");
        FitLine box = legend.line(title, span, hold, export);
        box.getStyleClass().add("chart-head");
        return box;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Live connections, the newest first. */
    static List<Connection> all(LiveState state) {
        return state.connections()
                .reversed()
                .stream()
                .map(LiveConnection::connection)
                .filter(Connection::live)
                .toList();
    }
}
