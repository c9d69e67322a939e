package dev.socketscope.app.controls;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** A number with its unit, as people type it; tidied up when they are done, and marked while it cannot be read. */
public final class ValueField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int COLUMNS = 6;

    public ValueField(Quantity quantity, StringProperty text, boolean mayBeEmpty) {
        getStyleClass().addAll("value-field", "figures");
        setPrefColumnCount(COLUMNS);
        textProperty().bindBidirectional(text);
        setTooltip(new Tooltip(quantity.expected()));
        text.subscribe(now -> pseudoClassStateChanged(WRONG,
                quantity.read(now).isEmpty() && !(mayBeEmpty && now.isBlank())));
        setOnAction(e -> tidy(quantity));
        focusedProperty().subscribe((before, now) -> {
            if (!now) {
                tidy(quantity);
            }
        });
    }

    private void tidy(Quantity quantity) {
        quantity.read(getText())
                .map(quantity::text)
                .filter(tidied -> !tidied.equals(getText()))
                .ifPresent(this::setText);
    }
}
