package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.prometheus.FamilyHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** A choice of values for each label that has more than one. */
final class LabelBoxes extends FlowPane {
    private static final int MOST = 4;

    private final Map<String, ComboBox<String>> boxes = new LinkedHashMap<>();
    private final Runnable changed;

    LabelBoxes(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("metric-labels");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** For another family: all values are shown. */
    void begin(FamilyHistory family) {
        boxes.clear();
        getChildren().clear();
        update(family);
    }

    /** Values may have come. */
    void update(FamilyHistory family) {
        SortedMap<String, SortedSet<String>> labels = family.labels();
        labels.forEach((name, values) -> {
            if (values.size() > 1 && (boxes.containsKey(name) || boxes.size() < MOST)) {
                fill(boxes.computeIfAbsent(name, this::box), values);
            }
        });
        setVisible(!boxes.isEmpty());
    }

    private static void fill(ComboBox<String> box, SortedSet<String> values) {
        List<String> items = new ArrayList<>(List.of(Strings.of("metrics.all")));
        items.addAll(values);
        if (!items.equals(box.getItems())) {
            String kept = box.getValue();
            box.getItems().setAll(items);
            box.setValue(items.contains(kept) ? kept : items.getFirst());
        }
    }

    private ComboBox<String> box(String name) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("metric-label-" + name);
        box.getStyleClass().add("small");
        box.setAccessibleText(name);
        box.valueProperty().subscribe((before, now) -> {
            if (before != null) {
                changed.run();
            }
        });
        Label title = new Label(name);
        title.getStyleClass().add("muted");
        HBox line = new HBox(6, title, box);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        return box;
    }

    /** Labels that a line must have. */
    Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        boxes.forEach((name, box) -> {
            if (box.getSelectionModel().getSelectedIndex() > 0) {
                wanted.put(name, box.getValue());
            }
        });
        return wanted;
    }
}
