package dev.socketscope.app.faults;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Parts under each other: name, slider, value. */
final class PartGrid extends GridPane {
    /** Names begin and end in the same places in all cards. */
    private static final double NAME = 78;

    private final PartControls controls;

    PartGrid(Draft draft, String id) {
        controls = new PartControls(draft, id);
        getStyleClass().add("part-grid");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(new ColumnConstraints(NAME, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE), wide,
                new ColumnConstraints());
    }

    /** One line. */
    void add(Part part) {
        List<Node> nodes = controls.of(part);
        int row = getRowCount();
        add(name(part), 0, row);
        if (nodes.size() == 2) {
            add(nodes.getFirst(), 1, row);
            add(nodes.getLast(), 2, row);
        } else if (part instanceof Part.Amount) {
            add(nodes.getFirst(), 2, row);
        } else {
            add(nodes.getFirst(), 1, row, 2, 1);
        }
    }

    /** A line with two short ones side by side. */
    void addPair(Part first, Part second) {
        GridPane pair = new GridPane();
        pair.getStyleClass().add("part-pair");
        ColumnConstraints half = new ColumnConstraints();
        half.setHgrow(Priority.ALWAYS);
        pair.getColumnConstraints()
                .setAll(half, new ColumnConstraints(NAME, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE), half);
        pair.addRow(0, controls.of(first).getLast(), name(second), controls.of(second).getLast());
        int row = getRowCount();
        add(name(first), 0, row);
        add(pair, 1, row, 2, 1);
    }

    private static Label name(Part part) {
        Label name = new Label(FaultWords.part(part));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }
}
