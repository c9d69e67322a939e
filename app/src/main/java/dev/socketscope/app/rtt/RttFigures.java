package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * The legend of many lines: each with its percentiles of the time in sight, and a box that hides it. The chosen line stands out in the
 * chart; Space hides or shows it, Escape chooses none. JavaFX thread only.
 */
final class RttFigures {
    private static final int FEWEST_ROWS = 4;
    private static final double SHARE = 0.36;
    private static final double FAINT = 0.2;
    private static final double BORDERS = 3;

    private final FollowTable<RttLine> table;
    private final ObservableDoubleValue rowHeight;
    private final Set<String> hidden = new HashSet<>();
    private final Runnable changed;
    private List<RttLine> lines = List.of();

    /** @param changed called when other lines are to be drawn, or in another way */
    RttFigures(Memory memory, ObservableDoubleValue rowHeight, Runnable changed) {
        this.rowHeight = rowHeight;
        this.changed = changed;
        table = new FollowTable<>("rtt-lines", "rtt.lines", Feather.TRENDING_UP, rowHeight, RttLine::key);
        table.check("shown", 58, RttLine::shown, RttLine::name, this::toggle);
        table.tinted("line", 260, RttLine::title, line -> ChartSeries.style(line.colour()), "data");
        table.text("p50", 76, line -> RttStats.millis(line.stats().p50()), "figures", "right");
        table.text("p90", 76, line -> RttStats.millis(line.stats().p90()), "figures", "right");
        table.text("p95", 76, line -> RttStats.millis(line.stats().p95()), "figures", "right");
        table.text("p99", 76, line -> RttStats.millis(line.stats().p99()), "figures", "right");
        table.text("max", 76, line -> RttStats.millis(line.stats().most()), "figures", "right");
        table.text("answered", 84, line -> Units.count(line.stats().answered()), "figures", "right");
        table.tinted("missed", 76, line -> Units.count(line.stats().missed()),
                line -> line.stats().missed() > 0 ? "held" : "muted", "figures", "right");
        table.fit(memory, List.of("answered", "p90", "p95"), "line");
        // The chosen row is another one whenever its figures are.
        table.chosen().map(RttLine::key).orElse("").subscribe((before, now) -> changed.run());
        table.node().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.node().setContextMenu(menu());
    }

    TableView<RttLine> node() {
        return table.node();
    }

    /**
     * @param from microseconds
     * @param room height of the panel, of which it takes a part at most
     */
    void show(List<LegLine> all, boolean many, long from, long to, double room) {
        hidden.retainAll(all.stream().map(LegLine::key).collect(Collectors.toSet()));
        lines = all.stream()
                .map(line -> new RttLine(line.key(), line.name(), line.colour(many), line.dashed(many),
                        !hidden.contains(line.key()), RttStats.of(List.of(line.points()), from, to)))
                .toList();
        table.show(lines, Instant.EPOCH);
        int most = Math.max(FEWEST_ROWS, (int) (room * SHARE / rowHeight.get()));
        double height = (1 + Math.clamp(lines.size(), 1, most)) * rowHeight.get() + BORDERS;
        node().setPrefHeight(height);
        node().setMinHeight(height);
        node().setMaxHeight(height);
    }

    /** Whether the chart draws it. */
    boolean shows(LegLine line) {
        return !hidden.contains(line.key());
    }

    /** How strongly the chart draws it. */
    double opacity(LegLine line) {
        RttLine chosen = table.chosen().get();
        return chosen == null || chosen.key().equals(line.key()) || !chosen.shown() ? 1 : FAINT;
    }

    /** All lines, also those that are hidden. */
    String csv() {
        return RttLine.csv(lines);
    }

    private void toggle(RttLine line) {
        if (!hidden.remove(line.key())) {
            hidden.add(line.key());
        }
        changed.run();
    }

    private void only(RttLine line) {
        hidden.clear();
        lines.stream().map(RttLine::key).filter(key -> !key.equals(line.key())).forEach(hidden::add);
        changed.run();
    }

    private void all() {
        hidden.clear();
        changed.run();
    }

    private void key(KeyEvent event) {
        RttLine chosen = table.chosen().get();
        if (chosen == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            toggle(chosen);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            table.choose(null);
            event.consume();
        }
    }

    private ContextMenu menu() {
        MenuItem toggle = item("toggle", () -> toChosen(this::toggle));
        MenuItem only = item("only", () -> toChosen(this::only));
        ContextMenu menu = new ContextMenu(toggle, only, item("all", this::all));
        menu.setOnShowing(event -> {
            toggle.setDisable(table.chosen().get() == null);
            only.setDisable(toggle.isDisable());
        });
        return menu;
    }

    private void toChosen(Consumer<RttLine> action) {
        RttLine chosen = table.chosen().get();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private static MenuItem item(String id, Runnable action) {
        MenuItem item = new MenuItem(Strings.of("rtt.lines.menu." + id));
        item.setId("rtt-lines-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
