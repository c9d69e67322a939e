package dev.socketscope.app.controls;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Key combinations with the modifier that the platform uses for shortcuts: Ctrl, or ⌘ on macOS. */
public final class Keys {
    private Keys() {}

    public static KeyCombination shortcut(KeyCode code, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] modifiers = new KeyCombination.Modifier[more.length + 1];
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, modifiers, 1, more.length);
        return new KeyCodeCombination(code, modifiers);
    }

    /** For tooltips and hints: {@code Ctrl F}, {@code ⌘ F}. */
    public static String hint(String key) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return (mac ? "⌘ " : "Ctrl ") + key;
    }
}
