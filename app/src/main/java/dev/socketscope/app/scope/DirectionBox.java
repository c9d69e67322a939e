package dev.socketscope.app.scope;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Direction;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** Chooses a direction, or both. */
public final class DirectionBox extends ComboBox<DirectionBox.Way> {
    private static final double WIDTH = 168;

    /** @param direction null for both */
    public record Way(@Nullable Direction direction) {
        @Override
        public String toString() {
            return Strings.of(direction == null ? "scope.both" : "scope." + direction.wireName());
        }
    }

    /**
     * @param name for whoever cannot see what it stands beside
     * @param chosen null for both
     */
    public DirectionBox(String name, ObjectProperty<@Nullable Direction> chosen) {
        setAccessibleText(name);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        getItems().add(new Way(null));
        Arrays.stream(Direction.values()).map(Way::new).forEach(getItems()::add);
        chosen.subscribe(now -> setValue(new Way(now)));
        valueProperty().subscribe(way -> {
            if (way != null) {
                chosen.set(way.direction());
            }
        });
    }
}
