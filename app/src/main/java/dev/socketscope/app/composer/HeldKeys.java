package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Keys;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Ctrl+Enter lets the message go as it stands in the editor, F8 as it came, Shift+F8 lets all go, F9 drops it; ⌘ on macOS. */
final class HeldKeys {
    private HeldKeys() {}

    static @Nullable Runnable action(KeyEvent event, HeldModel model) {
        if (Keys.shortcut(KeyCode.ENTER).match(event)) {
            return model::forwardEdited;
        }
        if (event.getCode() == KeyCode.F8) {
            return event.isShiftDown() ? model::forwardAll : model::forward;
        }
        return event.getCode() == KeyCode.F9 ? model::drop : null;
    }
}
