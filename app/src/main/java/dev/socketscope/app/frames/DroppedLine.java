package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.FrameRow;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A line that stands over the frames while the chosen one is no longer among them. */
final class DroppedLine extends Label {
    private final ReadOnlyBooleanWrapper dropped = new ReadOnlyBooleanWrapper(this, "dropped");

    DroppedLine() {
        getStyleClass().add("dropped-selection");
        setMaxWidth(Double.MAX_VALUE);
        visibleProperty().bind(dropped);
        managedProperty().bind(dropped);
    }

    ReadOnlyBooleanProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /** @param oldest number of the oldest frame that the capture still holds */
    void show(@Nullable FrameRow chosen, long oldest) {
        if (chosen != null && chosen.frame().seq() < oldest) {
            setText(Strings.of("frames.dropped", Units.count(chosen.frame().seq()), FrameWords.type(chosen.frame())));
            dropped.set(true);
        } else {
            dropped.set(false);
        }
    }
}
