package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.HoldButton;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.TimelineChart;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Moment;
import dev.socketscope.app.live.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The timeline with its heading. A lane that is clicked becomes the chosen connection of the window, and leads to its frames then. */
final class TimelineView {
    /** Only the newest connections have a lane: more could neither be drawn at the window's pace nor be found. */
    private static final int MOST = 500;
    /** More lanes than this are looked at anew no more often than the line of the present moves by some pixels. */
    private static final int MANY = 100;
    private static final long MANY_MILLIS = 1_000;
    private static final long SPAN = 180 * TimeView.SECOND;
    /** A window that has just begun to look shows this much, and more until it shows the first span. */
    private static final long LEAST_SPAN = 45 * TimeView.SECOND;
    private static final double AHEAD = 0.14;
    /** Share of the span that is left free before what is oldest. */
    private static final double MARGIN = 0.03;

    private final Live live;
    private final Selection selection;
    private final boolean chosenFirst;
    private final TimeView view = new TimeView(SPAN, AHEAD);
    private final TimelineChart chart = new TimelineChart(Strings.of("timeline.name"), view);
    private final Label next = new Label();
    private final Label most = new Label();
    private final HoldButton hold = new HoldButton(view, chart::draw);
    private final VBox node;
    private long fitted = SPAN;
    private Instant refreshed = Instant.EPOCH;

    /** @param chosenFirst whether the chosen connection's lane stands on top */
    TimelineView(Live live, Selection selection, Moment moment, String id, boolean chosenFirst) {
        this.live = live;
        this.selection = selection;
        this.chosenFirst = chosenFirst;
        chart.setId(id + "-chart");
        next.setId(id + "-next");
        next.getStyleClass().addAll("held", "figures");
        chart.setOnMoved(hold::refresh);
        chart.setOnChosen(key -> selection.id().set(key));
        chart.setOnOpened(moment::show);
        VBox.setVgrow(chart, Priority.ALWAYS);
        node = new VBox(head(), chart);
        node.getStyleClass().add("chart-part");
        live.shown().subscribe(state -> {
            long since = Duration.between(refreshed, state.at()).toMillis();
            if (chart.lanes().size() <= MANY || since >= MANY_MILLIS || since < 0) {
                refresh();
            }
        });
        Sight.whenShown(node, this::refresh);
        live.tellsSeconds(node, () -> view.behind(TimeView.micros(live.now()), chart.getWidth()));
        selection.id().subscribe(chosen -> choose(chosen));
    }

    Node node() {
        return node;
    }

    void refresh() {
        if (!Sight.isShown(node)) {
            return;
        }
        LiveState state = live.shown().get();
        refreshed = state.at();
        int known = state.connections().size();
        List<Lane> lanes = Lanes.of(state.events().events(),
                state.connections()
                        .subList(Math.max(0, known - MOST), known)
                        .stream()
                        .map(LiveConnection::connection)
                        .toList());
        most.setText(known <= MOST ? "" : Strings.of("timeline.most", Units.count(MOST), Units.count(known)));
        view.now(TimeView.micros(state.at()));
        fit(lanes);
        chart.show(order(lanes).stream().map(lane -> LaneDrawing.of(lane, state.at())).toList());
        next.setText(lanes.stream()
                .filter(lane -> !chosenFirst || lane.newest().equals(selection.id().get()))
                .map(Lane::plan)
                .filter(Objects::nonNull)
                .findFirst()
                .map(plan -> Strings.of("timeline.next", plan.connection(), LaneDrawing.label(plan, state.at())))
                .orElse(""));
    }

    /** Shows less than the usual span while nothing is that old; until a person zooms. */
    private void fit(List<Lane> lanes) {
        if (view.following() && view.span() == fitted) {
            long oldest = lanes.stream()
                    .flatMap(lane -> lane.pieces().stream())
                    .mapToLong(piece -> TimeView.micros(piece.from()))
                    .min()
                    .orElse(view.now() - SPAN);
            view.span(Math.clamp(Math.round((view.now() - oldest) / (1 - AHEAD - MARGIN)), LEAST_SPAN, SPAN));
            fitted = view.span();
        }
    }

    private List<Lane> order(List<Lane> lanes) {
        String id = selection.id().get();
        if (!chosenFirst || id == null) {
            return lanes;
        }
        List<Lane> ordered = new ArrayList<>(lanes);
        ordered.sort((some, other) -> Boolean.compare(other.connections().contains(id),
                some.connections().contains(id)));
        return ordered;
    }

    private void choose(@Nullable String id) {
        chart.choose(id == null ? "" : id);
        refresh();
    }

    private FitLine head() {
        Label title = new Label(Strings.of("timeline.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        TimelineLegend legend = new TimelineLegend();
        FitLine box = new FitLine(title, legend, most, FitLine.gap(), next, hold);
        most.getStyleClass().add("faint");
        box.getStyleClass().add("chart-head");
        box.mayGo(legend);
        box.mayGo(most);
        return box;
    }
}
