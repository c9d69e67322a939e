package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Whether the whole message is shown or the one frame of it; only there when they differ. */
final class ExtentSwitch extends SegmentedButton {
    private final ToggleButton message = new ToggleButton(Strings.of("payload.whole"));
    private final ToggleButton frame = new ToggleButton(Strings.of("payload.single"));

    /** @param wholeMessage told what was chosen by hand */
    ExtentSwitch(Consumer<Boolean> wholeMessage) {
        getStyleClass().add("extent-switch");
        getButtons().addAll(message, frame);
        setToggleGroup(new ToggleGroup());
        setMinWidth(Region.USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        message.setOnAction(event -> choose(message, wholeMessage, true));
        frame.setOnAction(event -> choose(frame, wholeMessage, false));
    }

    void show(boolean offered, boolean wholeMessage) {
        setVisible(offered);
        (wholeMessage ? message : frame).setSelected(true);
    }

    private static void choose(ToggleButton button, Consumer<Boolean> wholeMessage, boolean value) {
        button.setSelected(true);
        wholeMessage.accept(value);
    }
}
