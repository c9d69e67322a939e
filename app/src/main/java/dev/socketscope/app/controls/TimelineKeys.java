package dev.socketscope.app.controls;

import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * For whoever has no mouse: up and down choose another lane, Shift and an arrow key walk from bar to bar of it and say what each means,
 * Enter opens the bar, or the present where nobody has walked.
 */
final class TimelineKeys {
    private static final Comparator<TimelineBar> ORDER = Comparator.comparingLong(TimelineBar::from)
            .thenComparingLong(TimelineBar::to);

    private final TimelineChart chart;
    private final TimeView view;
    private @Nullable TimelineBar at;

    TimelineKeys(TimelineChart chart, TimeView view) {
        this.chart = chart;
        this.view = view;
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean up = code == KeyCode.UP;
        boolean left = code == KeyCode.LEFT;
        if (chart.lanes().isEmpty() || event.isShortcutDown()) {
            return;
        }
        if (up || code == KeyCode.DOWN) {
            lane(up ? -1 : 1);
            event.consume();
        } else if (event.isShiftDown() && (left || code == KeyCode.RIGHT)) {
            walk(left);
            event.consume();
        } else if (code == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private void lane(int step) {
        int index = Math.clamp(chart.chosenLane() + (long) step, 0, chart.lanes().size() - 1);
        TimelineLane lane = chart.lanes().get(index);
        at = null;
        chart.setAccessibleHelp(lane.title() + " " + lane.note());
        chart.reveal(index);
        chart.pick(lane.key());
    }

    /** The first step goes to the newest bar, which may be planned. */
    private void walk(boolean back) {
        int lane = Math.max(0, chart.chosenLane());
        List<TimelineBar> bars = chart.lanes().get(lane).bars().stream().sorted(ORDER).toList();
        TimelineBar before = at;
        TimelineBar next = before == null ? bars.getLast()
                : back ? bars.reversed()
                        .stream()
                        .filter(bar -> ORDER.compare(bar, before) < 0)
                        .findFirst()
                        .orElse(before)
                        : bars.stream().filter(bar -> ORDER.compare(bar, before) > 0).findFirst().orElse(before);
        at = next;
        chart.reveal(lane);
        chart.reveal(next.from());
        chart.explain(next, next.from());
    }

    private void open() {
        TimelineBar bar = at;
        int lane = chart.chosenLane();
        if (bar != null) {
            chart.pick(bar.key());
            chart.open(bar.key(), bar.from());
        } else if (lane >= 0) {
            chart.open(chart.lanes().get(lane).key(), view.now());
        }
    }
}
