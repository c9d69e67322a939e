package dev.socketscope.app.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Buttons of which exactly one is pressed: the one of the value that holds now. */
public final class Segments {
    private Segments() {}

    /**
     * @param title of a value
     * @param id of a value's button
     * @param chosen gets the value of a button that was used; what holds then is shown
     */
    public static <T> SegmentedButton of(List<T> values, Function<T, String> title, Function<T, String> id,
            ObservableValue<T> now, Consumer<T> chosen) {
        SegmentedButton segments = new SegmentedButton();
        // The buttons belong to their group only once they are drawn, so each is told for itself.
        Runnable show = () -> segments.getButtons()
                .forEach(button -> button.setSelected(button.getId().equals(id.apply(now.getValue()))));
        for (T value : values) {
            ToggleButton button = new ToggleButton(title.apply(value));
            button.setId(id.apply(value));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                chosen.accept(value);
                show.run();
            });
            segments.getButtons().add(button);
        }
        segments.setMinWidth(Region.USE_PREF_SIZE);
        now.subscribe(value -> show.run());
        return segments;
    }
}
