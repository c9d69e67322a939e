package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Units;
import javafx.util.StringConverter;

/** Shows a number as the window writes numbers. */
final class CountConverter extends StringConverter<Integer> {
    @Override
    public String toString(Integer number) {
        return Units.count(number);
    }

    @Override
    public Integer fromString(String text) {
        return Integer.valueOf(text.replace(",", ""));
    }
}
