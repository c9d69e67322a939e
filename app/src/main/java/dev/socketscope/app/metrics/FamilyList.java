package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Sparkline;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.prometheus.FamilyHistory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Families under their topics, each with its newest value and how it came to it. */
final class FamilyList {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double NARROWEST = 300;
    private static final double TREND = 72;

    private final ListView<Row> list = new ListView<>();
    private final ReadOnlyObjectWrapper<@Nullable FamilyHistory> chosen = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty tick = new SimpleIntegerProperty();
    private final MetricsModel model;
    private final Supplier<Duration> interval;

    FamilyList(MetricsModel model, Supplier<Duration> interval) {
        this.model = model;
        this.interval = interval;
        list.setId("metrics-list");
        list.setMinWidth(NARROWEST);
        list.getStyleClass().add("metrics-list");
        list.setAccessibleText(Strings.of("metrics.list"));
        list.setPlaceholder(new Label(Strings.of("metrics.none")));
        list.setCellFactory(any -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> choose(before, now));
    }

    ListView<Row> node() {
        return list;
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<@Nullable FamilyHistory> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses a family, if it is there. */
    void choose(String name) {
        list.getItems()
                .stream()
                .filter(row -> row.family() != null && row.title().equals(name))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    /** Shows what there is now; what was chosen stays chosen as long as it is there. */
    void refresh() {
        List<Row> rows = model.rows();
        if (!rows.equals(list.getItems())) {
            FamilyHistory kept = chosen.get();
            list.getItems().setAll(rows);
            rows.stream()
                    .filter(row -> row.family() != null && row.family() == kept)
                    .findFirst()
                    .or(
                            () -> rows.stream().filter(row -> row.family() != null).findFirst())
                    .ifPresent(list.getSelectionModel()::select);
        }
        tick.set(tick.get() + 1);
    }

    /** Headings are passed by in the direction in which a person goes. */
    private void choose(@Nullable Row before, @Nullable Row now) {
        if (now == null) {
            return;
        }
        if (now.family() != null) {
            chosen.set(now.family());
            return;
        }
        int at = list.getItems().indexOf(now);
        boolean up = before != null && list.getItems().indexOf(before) > at && at > 0;
        list.getSelectionModel().select(up ? at - 1 : at + 1);
    }

    /** One line of the list. */
    private final class Cell extends ListCell<Row> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Label value = new Label();
        private final Sparkline trend = new Sparkline(Summary.PLACES);
        private final HBox below = new HBox(kind, FitLine.gap(), trend, value);
        private final VBox line = new VBox(name, below);
        private final Tooltip help = new Tooltip();

        Cell() {
            kind.getStyleClass().addAll("faint", "metric-kind");
            value.getStyleClass().addAll("figures", "metric-value");
            name.getStyleClass().add("metric-name");
            value.setMinWidth(Region.USE_PREF_SIZE);
            trend.setMinWidth(TREND);
            trend.setPrefWidth(TREND);
            below.setAlignment(Pos.CENTER_LEFT);
            below.getStyleClass().add("metric-line");
            setPrefWidth(0);
            help.setWrapText(true);
            help.setMaxWidth(420);
            tick.subscribe((before, now) -> tell());
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            FamilyHistory family = empty || row == null ? null : row.family();
            pseudoClassStateChanged(HEADING, !empty && family == null);
            setText(!empty && row != null && family == null ? row.title() : null);
            setGraphic(family == null ? null : line);
            setTooltip(family == null ? null : help);
            if (family != null) {
                name.setText(family.name());
                kind.setText(Strings.of("metrics.kind", family.type().word(), Integer.toString(series(family))));
                help.setText(family.help().isEmpty() ? family.name() : family.name() + "\n" + family.help());
            }
            tell();
        }

        private void tell() {
            Row row = getItem();
            FamilyHistory family = row == null ? null : row.family();
            if (family == null || getGraphic() == null) {
                return;
            }
            Summary summary = Summary.of(family, interval.get().toMillis() * 1_000, model.history().last());
            value.setText(summary.text());
            trend.show(summary.trend().size(), summary.trend()::get, summary.peak());
            setAccessibleText(family.name() + " " + summary.text());
        }

        private static int series(FamilyHistory family) {
            return Math.max(1, family.labels()
                    .values()
                    .stream()
                    .mapToInt(values -> values.size())
                    .reduce(1,
                            (a, b) -> a * b));
        }
    }
}
