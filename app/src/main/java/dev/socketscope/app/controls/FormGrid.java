package dev.socketscope.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Fields under each other, or two side by side, each with its name before it and what is wrong with it below. */
public final class FormGrid extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int COLUMNS = 4;

    private final String names;

    /** @param names begins the keys of the fields' names */
    public FormGrid(String names) {
        this.names = names;
        getStyleClass().add("form-grid");
        for (int i = 0; i < COLUMNS; i += 2) {
            ColumnConstraints name = new ColumnConstraints();
            name.setMinWidth(Region.USE_PREF_SIZE);
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setMinWidth(60);
            getColumnConstraints().addAll(name, wide);
        }
    }

    /** A field that takes a whole line. */
    public void line(String name, Control field, ObservableValue<String> problem) {
        int row = getRowCount();
        add(name(name, field), 0, row);
        add(field, 1, row, COLUMNS - 1, 1);
        add(problem(field, problem), 1, row + 1, COLUMNS - 1, 1);
    }

    /** As {@link #line(String, Control, ObservableValue)}, for a field in which nothing can be wrong. */
    public void line(String name, Region field) {
        int row = getRowCount();
        add(name(name, field), 0, row);
        add(field, 1, row, COLUMNS - 1, 1);
    }

    /** Two fields in which nothing can be wrong. */
    public void pair(String name, Control field, String otherName, Control other) {
        addRow(getRowCount(), name(name, field), field, name(otherName, other), other);
    }

    public void pair(String name, Control field, ObservableValue<String> problem, String otherName, Control other,
            ObservableValue<String> otherProblem) {
        int row = getRowCount();
        addRow(row, name(name, field), field, name(otherName, other), other);
        add(problem(field, problem), 0, row + 1, COLUMNS, 1);
        add(problem(other, otherProblem), 0, row + 2, COLUMNS, 1);
    }

    private Label name(String name, Region field) {
        String text = Strings.of(names + "." + name);
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        if (field.getAccessibleText() == null) {
            field.setAccessibleText(text);
        }
        return label;
    }

    private static Label problem(Control field, ObservableValue<String> problem) {
        problem.subscribe(now -> {
            field.pseudoClassStateChanged(WRONG, !now.isEmpty());
            field.setAccessibleHelp(now.isEmpty() ? null : now);
        });
        Label label = message(problem, "broken");
        label.setId(field.getId() + "-problem");
        return label;
    }

    /** A text that takes no room while there is none. */
    public static Label message(ObservableValue<String> text, String tone) {
        return new MessageLabel(text, tone, "form-message");
    }
}
