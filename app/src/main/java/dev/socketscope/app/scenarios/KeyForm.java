package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Keys of a file under each other, each with a field. What is typed is tried as soon as somebody is done with it, and what is wrong with it
 * is said in the reader's words; until it is right, nothing is changed.
 */
final class KeyForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Makes something of what stands in the form. */
    @FunctionalInterface
    interface Attempt {
        /** @param changed the key that somebody has just set */
        void accept(SequencedMap<String, String> texts, String changed) throws ConfigException;
    }

    /** For the longest key. */
    private static final double NAME = 98;

    private final String id;
    private final Attempt attempt;
    private final GridPane first = grid();
    private final GridPane rest = grid();
    private final Hyperlink link = new Hyperlink();
    private final Label problem = new Label();
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private SequencedMap<String, String> accepted = new LinkedHashMap<>();
    private boolean open;
    private boolean filling;

    /** @param id begins the ids of the fields */
    KeyForm(String id, Attempt attempt) {
        this.id = id;
        this.attempt = attempt;
        getStyleClass().add("key-form");
        link.setId(id + "-more");
        link.setText(Strings.of("scenarios.form.more"));
        link.getStyleClass().add("more-link");
        link.setOnAction(e -> open(!open));
        problem.setId(id + "-problem");
        problem.getStyleClass().add("broken");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(first, link, rest, problem);
        complain("", List.of());
    }

    void show(FormKeys keys) {
        SequencedMap<String, String> texts = new LinkedHashMap<>(keys.first());
        texts.putAll(keys.more());
        if (!texts.keySet().equals(accepted.keySet())) {
            fields.clear();
            fill(first, keys.first());
            fill(rest, keys.more());
        }
        accepted = texts;
        filling = true;
        texts.forEach(this::put);
        filling = false;
        link.setVisible(!keys.more().isEmpty());
        link.setManaged(link.isVisible());
        open(open || keys.more().values().stream().anyMatch(KeyForm::says));
        complain("", List.of());
    }

    private static boolean says(String text) {
        return !text.isEmpty() && !text.equals("0s");
    }

    private void open(boolean now) {
        open = now;
        rest.setVisible(now && link.isVisible());
        rest.setManaged(rest.isVisible());
        link.setText(Strings.of(now ? "scenarios.form.less" : "scenarios.form.more"));
    }

    private void fill(GridPane grid, SequencedMap<String, String> texts) {
        grid.getChildren().clear();
        texts.keySet().forEach(key -> {
            Control field = field(key);
            field.setId(id + "-" + key.replace('.', '-'));
            field.setAccessibleText(key);
            field.setMaxWidth(Double.MAX_VALUE);
            fields.put(key, field);
            Label name = new Label(shown(key));
            name.getStyleClass().addAll("data", "muted");
            name.setTooltip(new Tooltip(key));
            grid.addRow(grid.getRowCount(), name, field);
        });
    }

    /** What stands below the step's own key needs no more than its rest. */
    private static String shown(String key) {
        return key.replaceFirst("^(arm|cut|inject)\\.", "");
    }

    private Control field(String key) {
        List<String> options = FormOptions.of(key);
        if (options.isEmpty()) {
            TextField text = new TextField();
            text.getStyleClass().add("data");
            text.setOnAction(e -> attempt(key));
            text.focusedProperty().subscribe((before, now) -> {
                if (!now) {
                    attempt(key);
                }
            });
            return text;
        }
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(options);
        choice.setVisibleRowCount(14);
        choice.setOnAction(e -> attempt(key));
        return choice;
    }

    private void put(String key, String text) {
        switch (fields.get(key)) {
            case TextField field when !field.getText().equals(text) -> field.setText(text);
            case ComboBox<?> choice -> choose(choice, text);
            case null, default -> {
                // Nothing to change.
            }
        }
    }

    // Choices are made here, of texts.
    @SuppressWarnings("unchecked")
    private static void choose(ComboBox<?> choice, String text) {
        ((ComboBox<String>) choice).setValue(text);
    }

    private static String text(Control field) {
        return field instanceof TextField text ? text.getText()
                : field instanceof ComboBox<?> choice && choice.getValue() instanceof String value ? value : "";
    }

    private void attempt(String changed) {
        if (filling) {
            return;
        }
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        fields.forEach((key, field) -> texts.put(key, text(field)));
        if (texts.equals(accepted)) {
            complain("", List.of());
            return;
        }
        try {
            attempt.accept(texts, changed);
        } catch (ConfigException e) {
            complain(String.valueOf(e.getMessage()), e.problems());
        }
    }

    private void complain(String message, List<Problem> problems) {
        String text = problems.isEmpty() ? message
                : problems.stream().map(each -> each.key() + ": " + each.text()).collect(Collectors.joining("\n"));
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(problem.isVisible());
        fields.forEach((key, field) -> field.pseudoClassStateChanged(WRONG,
                problems.stream().anyMatch(each -> each.key().equals(key))));
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        ColumnConstraints name = new ColumnConstraints(NAME);
        ColumnConstraints wide = new ColumnConstraints(80, 80, Double.MAX_VALUE);
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, wide);
        return grid;
    }
}
