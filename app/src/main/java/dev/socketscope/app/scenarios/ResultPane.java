package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Texts;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What came out of a run: verdicts, clients, what happened to them, and what was told meanwhile. */
final class ResultPane extends VBox {
    private final ResultTables tables;
    private final LogView log = new LogView();
    private final TabPane tabs = new TabPane();
    private final Tab logTab = new Tab(Strings.of("scenarios.tab.log"), log);
    private final Chip outcome = new Chip();
    private final Label title = new Label();
    private final Label sums = new Label();
    private final Label problems = new Label();
    private final PastRuns past;
    private final MenuButton save = new MenuButton(Strings.of("scenarios.report"));
    private @Nullable Playing shown;

    ResultPane(Runs runs, ResultTables tables, ReportFiles files) {
        this.tables = tables;
        past = new PastRuns(runs.past(), this::show);
        getStyleClass().add("result-pane");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("detail-tabs");
        tabs.setId("scenario-results");
        tables.verdicts()
                .node()
                .setPlaceholder(new EmptyState(Feather.CHECK_SQUARE, Strings.of("scenarios.nothing"),
                        Strings.of("scenarios.nothing.text")));
        tabs.getTabs()
                .setAll(tab("verdicts", verdicts()), tab("clients", tables.clients().node()),
                        tab("happenings", tables.happenings().node()), logTab);
        logTab.setId("tab-log");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        save.setId("scenario-report");
        save.setDisable(true);
        save.getItems()
                .setAll(item("scenarios.report.json", files::json), item("scenarios.report.junit", files::junit));
        getChildren().addAll(head(), tabs);
        outcome.setVisible(false);
        outcome.managedProperty().bind(outcome.visibleProperty());
        title.setText(Strings.of("scenarios.results"));
    }

    /** A run has begun, or has something new to tell. */
    void follow(Playing playing) {
        if (playing != shown && !playing.over()) {
            begin(playing);
        }
        if (playing == shown) {
            log.show(playing);
        }
    }

    private void begin(Playing playing) {
        shown = playing;
        save.setDisable(true);
        outcome.setVisible(true);
        outcome.show(Strings.of("scenarios.running"), "accent");
        title.setText(Strings.of("scenarios.running.title", playing.scenario().name(),
                Long.toString(playing.scenario().seed())));
        sums.setText("");
        problems.setVisible(false);
        tables.clear();
        tabs.getSelectionModel().select(logTab);
    }

    /** A run that has ended. */
    void show(Playing playing) {
        shown = playing;
        past.choose(playing);
        log.show(playing);
        Report report = playing.report();
        save.setDisable(report == null);
        outcome.setVisible(true);
        if (report == null) {
            outcome.show(Strings.of("scenarios.failed"), "broken");
            title.setText(playing.scenario().name());
            sums.setText("");
            problems.setText(playing.failure());
            tables.clear();
            tabs.getSelectionModel().select(logTab);
        } else {
            tell(report);
            tabs.getSelectionModel().selectFirst();
        }
        problems.setVisible(!problems.getText().isEmpty());
    }

    private void tell(Report report) {
        outcome.show(ResultWords.outcome(report), ResultWords.tone(report));
        title.setText(ResultWords.title(report));
        sums.setText(ResultWords.sums(report.observation()));
        problems.setText(report.problems()
                .stream()
                .map(step -> Strings.of("scenarios.problem", Texts.span(step.at()), step.what(), step.problem()))
                .collect(Collectors.joining("\n")));
        tables.show(report);
    }

    private Node verdicts() {
        sums.setId("scenario-sums");
        sums.getStyleClass().addAll("figures", "muted");
        problems.setId("scenario-problems-of-run");
        problems.getStyleClass().add("broken");
        problems.setWrapText(true);
        problems.setVisible(false);
        problems.managedProperty().bind(problems.visibleProperty());
        sums.managedProperty().bind(sums.textProperty().map(text -> !text.isEmpty()));
        VBox lines = new VBox(sums, problems);
        lines.getStyleClass().add("result-sums");
        VBox box = new VBox(lines, tables.verdicts().node());
        VBox.setVgrow(tables.verdicts().node(), Priority.ALWAYS);
        return box;
    }

    private Node head() {
        outcome.setId("scenario-outcome");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        title.setId("scenario-result-title");
        title.getStyleClass().addAll("section-title", "figures");
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(title.textProperty());
        save.setMinWidth(Region.USE_PREF_SIZE);
        FitLine head = new FitLine(outcome, title, FitLine.gap(), past, save);
        head.mayShrink(title, 80);
        head.getStyleClass().add("result-head");
        return head;
    }

    private MenuItem item(String key, Consumer<Report> action) {
        MenuItem item = new MenuItem(Strings.of(key));
        item.setOnAction(e -> {
            Report report = shown == null ? null : shown.report();
            if (report != null) {
                action.accept(report);
            }
        });
        return item;
    }

    private Tab tab(String id, Node node) {
        Label name = new Label(Strings.of("scenarios.tab." + id));
        ObservableList<?> rows = id.equals("clients") ? tables.clients().node().getItems()
                : tables.happenings().node().getItems();
        ObservableValue<String> count = Bindings.createStringBinding(
                () -> id.equals("verdicts") || rows.isEmpty() ? "" : Units.count(rows.size()), rows);
        HBox header = new HBox(name, new Badge(count));
        header.getStyleClass().add("tab-title");
        header.setAlignment(Pos.CENTER_LEFT);
        Tab tab = new Tab("", node);
        tab.setId("tab-" + id);
        tab.setGraphic(header);
        return tab;
    }
}
