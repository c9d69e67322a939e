package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A document as text, with the numbers of its lines, and under it what is wrong and where. */
final class YamlEditor extends VBox {
    private final TextArea area = new TextArea();
    private final TextFlow numbers = new TextFlow();
    private final ListView<Problem> problems = new ListView<>();
    private @Nullable Document document;
    private boolean filling;

    YamlEditor() {
        area.setId("scenario-yaml");
        area.getStyleClass().add("data");
        area.setAccessibleText(Strings.of("scenarios.yaml"));
        area.textProperty().subscribe((before, now) -> typed(now));
        area.scrollTopProperty().subscribe(top -> numbers.setTranslateY(-top.doubleValue()));
        HBox.setHgrow(area, Priority.ALWAYS);
        HBox text = new HBox(gutter(), area);
        text.getStyleClass().add("yaml-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        problems.setId("scenario-problems");
        problems.setAccessibleText(Strings.of("scenarios.problems"));
        problems.getStyleClass().add("yaml-problems");
        problems.setCellFactory(list -> new ProblemCell());
        problems.setMaxHeight(120);
        problems.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null) {
                goTo(now.line());
            }
        });
        problems.managedProperty().bind(problems.visibleProperty());
        getChildren().addAll(text, problems);
    }

    void show(Document now) {
        document = now;
        String text = now.text().get();
        if (!text.equals(area.getText())) {
            filling = true;
            int caret = area.getCaretPosition();
            area.setText(text);
            area.positionCaret(Math.min(caret, text.length()));
            filling = false;
        }
        List<Problem> found = now.problems().get();
        problems.getItems().setAll(found);
        problems.setVisible(!found.isEmpty());
        number(text, found.stream().map(Problem::line).collect(Collectors.toUnmodifiableSet()));
    }

    private void typed(String now) {
        if (!filling && document != null) {
            document.type(now);
        }
    }

    private void goTo(int line) {
        String text = area.getText();
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) {
            int end = text.indexOf('\n', from);
            from = end < 0 ? from : end + 1;
        }
        int end = text.indexOf('\n', from);
        area.selectRange(from, end < 0 ? text.length() : end);
    }

    private StackPane gutter() {
        numbers.getStyleClass().addAll("data", "yaml-numbers");
        StackPane gutter = new StackPane(numbers);
        gutter.getStyleClass().add("yaml-gutter");
        gutter.setMinWidth(Region.USE_PREF_SIZE);
        gutter.setMinHeight(0);
        gutter.setPrefHeight(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(gutter.widthProperty());
        clip.heightProperty().bind(gutter.heightProperty());
        gutter.setClip(clip);
        return gutter;
    }

    private void number(String text, Set<Integer> wrong) {
        int lines = (int) Math.min(5_000, text.chars().filter(c -> c == '\n').count() + 1);
        numbers.getChildren().clear();
        for (int line = 1; line <= lines; line++) {
            Text number = new Text((line == 1 ? "" : "\n") + "%4d".formatted(line));
            number.getStyleClass().add(wrong.contains(line) ? "yaml-wrong" : "yaml-number");
            numbers.getChildren().add(number);
        }
    }

    /** {@code line 7   steps[1].arm.delay: got "soon", expected …}. */
    private static final class ProblemCell extends ListCell<Problem> {
        private final Label where = new Label();
        private final Label what = new Label();
        private final HBox line = new HBox(where, what);

        ProblemCell() {
            line.getStyleClass().add("section-head");
            where.getStyleClass().addAll("figures", "broken");
            where.setMinWidth(Region.USE_PREF_SIZE);
            what.setWrapText(true);
            HBox.setHgrow(what, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setGraphic(empty || problem == null ? null : line);
            if (problem != null) {
                where.setText(
                        problem.line() == 0 ? "" : Strings.of("scenarios.line", Integer.toString(problem.line())));
                what.setText(problem.key().isEmpty() ? problem.text() : problem.key() + ": " + problem.text());
            }
        }
    }
}
