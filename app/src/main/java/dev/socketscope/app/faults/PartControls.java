package dev.socketscope.app.faults;

import dev.socketscope.app.controls.ValueField;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The controls with which the parts of a draft are set. */
final class PartControls {
    private static final StringConverter<String> OPTIONS = new StringConverter<>() {
        @Override
        public String toString(@Nullable String option) {
            return option == null ? "" : FaultWords.option(option);
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    };

    private final Draft draft;
    private final String id;

    /** @param id begins the ids of the controls */
    PartControls(Draft draft, String id) {
        this.draft = draft;
        this.id = id;
    }

    /** In the order in which the focus is to pass them: a slider and its field, or one control. */
    List<Node> of(Part part) {
        StringProperty text = draft.text(part.key());
        return switch (part) {
            case Part.Amount amount when amount.scale() != null -> List.of(
                    named(new ValueSlider(amount.scale(), text, FaultWords.part(part)), part, "-slider"),
                    field(amount, text));
            case Part.Amount amount -> List.of(field(amount, text));
            case Part.Pick pick -> List.of(named(combo(pick, text), part, ""));
            case Part.Words words -> List.of(named(words(words, text), part, ""));
        };
    }

    private Node field(Part.Amount amount, StringProperty text) {
        ValueField field = new ValueField(amount.quantity(), text, amount.usual().isEmpty());
        if (amount.usual().isEmpty()) {
            field.setPromptText(FaultWords.option("unlimited"));
        }
        return named(field, amount, "");
    }

    private static ComboBox<String> combo(Part.Pick pick, StringProperty text) {
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll(pick.options());
        combo.setConverter(OPTIONS);
        combo.valueProperty().bindBidirectional(text);
        combo.setMaxWidth(Double.MAX_VALUE);
        return combo;
    }

    private static Control words(Part.Words words, StringProperty text) {
        TextInputControl field = words.lines() == 1 ? new TextField() : area(words.lines());
        field.getStyleClass().add("data");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static TextArea area(int lines) {
        TextArea area = new TextArea();
        area.setPrefRowCount(lines);
        area.setPrefColumnCount(10);
        return area;
    }

    /** A control for something that the type has no use for is there, but says why it does nothing. */
    private Node named(Control control, Part part, String suffix) {
        control.setId(id + "-" + part.key().replace('.', '-') + suffix);
        if (!(control instanceof ValueSlider)) {
            control.setAccessibleText(FaultWords.part(part));
        }
        return draft.useless(part.key()).map(why -> disabled(control, why)).orElse(control);
    }

    private static Node disabled(Control control, String why) {
        control.setDisable(true);
        control.setAccessibleHelp(why);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox holder = new HBox(control);
        // What is disabled gets no mouse events, so that it cannot show the tooltip itself.
        Tooltip.install(holder, new Tooltip(FaultWords.useless(why)));
        return holder;
    }
}
