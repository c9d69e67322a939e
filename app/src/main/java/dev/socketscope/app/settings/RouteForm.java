package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of one route, part by part, each with its key and, below it, what is wrong with it. */
final class RouteForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Map<RouteField, Control> controls = new EnumMap<>(RouteField.class);
    private final Map<RouteField, Label> problems = new EnumMap<>(RouteField.class);
    private final Optional<Supplier<@Nullable Path>> chooser;

    /**
     * @param id begins the ids of the controls, for tests
     * @param chooser asks for a file, null when the person changed their mind; empty when files are on another machine
     */
    RouteForm(String id, RouteDraft draft, List<RouteField.Part> parts,
            Optional<Supplier<@Nullable Path>> chooser) {
        this.chooser = chooser;
        getStyleClass().add("route-form");
        for (RouteField.Part part : parts) {
            Label title = new Label(part.title());
            title.getStyleClass().add("section-title");
            GridPane grid = grid();
            part.fields().forEach(field -> add(id, grid, field, draft));
            getChildren().add(part == RouteField.Part.TLS ? new VBox(title, filesHint(), grid) : new VBox(title, grid));
        }
    }

    /** Says beside the fields what is wrong with them. */
    void show(Map<RouteField, String> wrong) {
        problems.forEach((field, label) -> {
            String text = wrong.getOrDefault(field, "");
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
            Control control = controls.get(field);
            if (control != null) {
                control.pseudoClassStateChanged(WRONG, !text.isEmpty());
                control.setAccessibleHelp(text.isEmpty() ? null : text);
            }
        });
    }

    /** @return null when it is in none of the form's parts */
    @Nullable
    Control control(RouteField field) {
        return controls.get(field);
    }

    private Label filesHint() {
        Label hint = new Label(Strings.of(chooser.isPresent() ? "route.part.tls.hint" : "route.part.tls.hint.away"));
        hint.getStyleClass().addAll("muted", "form-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("form-grid", "route-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setPrefWidth(180);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setPrefWidth(200);
        grid.getColumnConstraints().setAll(names, values, keys);
        return grid;
    }

    private void add(String id, GridPane grid, RouteField field, RouteDraft draft) {
        Label name = new Label(field.title());
        Control control = control(field, draft);
        control.setId(id + "-" + field.key().replace('.', '-'));
        control.setAccessibleText(field.title());
        name.setLabelFor(control);
        Label key = new Label(field.key());
        key.getStyleClass().addAll("data", "muted");
        Label problem = new Label();
        problem.setId(control.getId() + "-wrong");
        problem.getStyleClass().addAll("form-message", "broken");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setVisible(false);
        problem.setManaged(false);
        int row = grid.getRowCount();
        grid.addRow(row, name, field.isFile() ? withChooser(field, control, draft) : control, key);
        grid.add(problem, 1, row + 1, 2, 1);
        controls.put(field, control);
        problems.put(field, problem);
    }

    private Node withChooser(RouteField field, Control control, RouteDraft draft) {
        if (chooser.isEmpty()) {
            return control;
        }
        Button choose = Icons.button(Feather.FOLDER, Strings.of("route.choose", field.title()), () -> {
            Path file = chooser.get().get();
            if (file != null) {
                draft.text(field).set(file.toString());
            }
            control.requestFocus();
        });
        choose.setId(control.getId() + "-choose");
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox both = new HBox(control, choose);
        both.getStyleClass().add("file-field");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Control control(RouteField field, RouteDraft draft) {
        if (field.choices().isEmpty()) {
            TextField text = new TextField();
            text.getStyleClass().add("data");
            text.setPromptText(field.usual());
            text.textProperty().bindBidirectional(draft.text(field));
            return text;
        }
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(field.choices());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().bindBidirectional(draft.text(field));
        return choice;
    }
}
