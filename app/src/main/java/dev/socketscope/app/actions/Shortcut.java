package dev.socketscope.app.actions;

import dev.socketscope.app.controls.Keys;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * One key press.
 *
 * @param command with Ctrl, or ⌘ on macOS
 */
public record Shortcut(KeyCode code, boolean command, boolean shift) {
    private static final Map<KeyCode, String> NAMES = Map.ofEntries(Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.SLASH, "/"), Map.entry(KeyCode.MINUS, "−"), Map.entry(KeyCode.EQUALS, "+"),
            Map.entry(KeyCode.PLUS, "+"), Map.entry(KeyCode.LEFT, "←"), Map.entry(KeyCode.RIGHT, "→"),
            Map.entry(KeyCode.UP, "↑"), Map.entry(KeyCode.DOWN, "↓"), Map.entry(KeyCode.ENTER, "Enter"),
            Map.entry(KeyCode.ESCAPE, "Esc"));

    public static Shortcut plain(KeyCode code) {
        return new Shortcut(code, false, false);
    }

    public static Shortcut command(KeyCode code) {
        return new Shortcut(code, true, false);
    }

    public Shortcut shifted() {
        return new Shortcut(code, command, true);
    }

    public boolean matches(KeyEvent event) {
        return combination().match(event);
    }

    /** {@code Ctrl Shift D}, {@code ⌘ K}, {@code F1}. */
    public String text() {
        String key = (shift ? "Shift " : "") + NAMES.getOrDefault(code, code.getName());
        return command ? Keys.hint(key) : key;
    }

    private KeyCombination combination() {
        return new KeyCodeCombination(code, down(shift), ModifierValue.UP, ModifierValue.UP, ModifierValue.UP,
                down(command));
    }

    private static ModifierValue down(boolean wanted) {
        return wanted ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
