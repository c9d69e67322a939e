package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** The lines of the chart in figures; the chosen one stands out there. */
final class LineTable {
    private final FollowTable<Line> table;
    private Scale scale = new Scale(1, "");

    LineTable(ObservableDoubleValue rowHeight, Memory memory, Runnable chosen) {
        table = new FollowTable<>("metrics-lines", "metrics.lines", Feather.TRENDING_UP, rowHeight, Line::title);
        table.tinted("line", 170, line -> "━ " + line.title(), line -> ChartSeries.style(line.number()), "data");
        table.text("last", 90, line -> scale.text(line.last()), "figures", "right");
        table.text("least", 90, line -> scale.text(line.least()), "figures", "right");
        table.text("mean", 90, line -> scale.text(line.mean()), "figures", "right");
        table.text("most", 90, line -> scale.text(line.most()), "figures", "right");
        table.fit(memory, List.of("least", "mean"), "line");
        table.chosen().subscribe((before, now) -> chosen.run());
        table.node().setPlaceholder(new Label(Strings.of("metrics.lines.none")));
    }

    TableView<Line> node() {
        return table.node();
    }

    void show(FamilyLines lines) {
        scale = lines.scale();
        table.show(lines.lines(), Instant.EPOCH);
    }

    /** How strongly a line is drawn. */
    double opacity(Line line) {
        Line chosen = table.chosen().get();
        return chosen == null || chosen.title().equals(line.title()) ? 1 : 0.2;
    }
}
