package dev.socketscope.app.actions;

import dev.socketscope.app.controls.Strings;
import java.util.Locale;

/** What an action is about, in the order in which lists have them. */
public enum Group {
    PANELS, CONNECTIONS, FRAMES, FAULTS, SCENARIOS, COMPOSER, VIEW, SETTINGS, WINDOW;

    /** For people. */
    public String title() {
        return Strings.of("action.group." + name().toLowerCase(Locale.ROOT));
    }
}
