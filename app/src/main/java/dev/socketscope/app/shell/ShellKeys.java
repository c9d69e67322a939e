package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Shortcut;
import javafx.scene.input.KeyCode;

/** Keys that work in every panel. */
final class ShellKeys {
    static final Shortcut PALETTE = Shortcut.command(KeyCode.K);
    static final Shortcut FIND = Shortcut.command(KeyCode.F);
    static final Shortcut ENGINES = Shortcut.command(KeyCode.E);
    static final Shortcut NEXT_ENGINE = Shortcut.command(KeyCode.E).shifted();
    static final Shortcut RECORD = Shortcut.command(KeyCode.R).shifted();
    static final Shortcut OPEN = Shortcut.command(KeyCode.O);
    static final Shortcut PAUSE = Shortcut.command(KeyCode.P);
    static final Shortcut SETTINGS = Shortcut.command(KeyCode.COMMA);
    static final Shortcut OVERVIEW = Shortcut.plain(KeyCode.F1);
    static final Shortcut OVERVIEW_TOO = Shortcut.command(KeyCode.SLASH);
    /** Ends all faults, whatever is open or has the focus. */
    static final Shortcut PANIC = Shortcut.command(KeyCode.D).shifted();
    private static final int DIGITS = 10;

    private ShellKeys() {}

    /** As the keys lie side by side: the tenth panel has 0; those after it have the same keys with Shift. */
    static Shortcut panel(int index) {
        Shortcut digit = Shortcut.command(KeyCode.getKeyCode(Integer.toString((index + 1) % DIGITS)));
        return index < DIGITS ? digit : digit.shifted();
    }
}
