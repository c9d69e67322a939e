package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.prometheus.Buckets;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How many of the values in sight fell into which bucket of a histogram. */
final class Distribution extends VBox {
    private static final double WIDEST = 100;

    private final GridPane grid = new GridPane();
    private final Label total = Sections.hint("metrics.distribution.none");

    Distribution() {
        setId("metrics-distribution");
        getStyleClass().add("metric-distribution");
        grid.getStyleClass().add("metric-buckets");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Sections.title("metrics.distribution"), total, scroll);
        managedProperty().bind(visibleProperty());
    }

    /** @param scale of the bounds */
    void show(Buckets.Spread spread, Scale scale) {
        grid.getChildren().clear();
        double all = spread.total();
        total.setText(all > 0 ? Strings.of("metrics.distribution.total", Units.count(Math.round(all)))
                : Strings.of("metrics.distribution.none"));
        double highest = 0;
        for (double count : spread.counts()) {
            highest = Math.max(highest, count);
        }
        int row = 0;
        for (int i = first(spread); i >= 0 && i <= last(spread); i++) {
            row(row++, bound(spread, i, scale), spread.counts()[i], all, highest);
        }
    }

    private static String bound(Buckets.Spread spread, int index, Scale scale) {
        double bound = spread.bounds()[index];
        return Double.isInfinite(bound) ? index == 0 ? "∞" : "> " + scale.text(spread.bounds()[index - 1])
                : "≤ " + scale.text(bound);
    }

    private void row(int row, String bound, double count, double all, double highest) {
        Label title = new Label(bound);
        title.getStyleClass().addAll("muted", "figures");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region bar = new Region();
        bar.getStyleClass().add("metric-bar");
        double width = count == 0 ? 0 : Math.max(2, WIDEST * count / highest);
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        StackPane place = new StackPane(bar);
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(WIDEST);
        Label number = new Label(Units.count(Math.round(count)));
        number.getStyleClass().add("figures");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label share = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * count / all));
        share.getStyleClass().addAll("faint", "figures");
        share.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row, title, place, number, share);
    }

    /** Empty buckets at both ends tell nothing. -1 when all are. */
    private static int first(Buckets.Spread spread) {
        for (int i = 0; i < spread.counts().length; i++) {
            if (spread.counts()[i] > 0) {
                return i;
            }
        }
        return -1;
    }

    private static int last(Buckets.Spread spread) {
        int last = spread.counts().length - 1;
        while (last > 0 && spread.counts()[last] == 0) {
            last--;
        }
        return last;
    }
}
