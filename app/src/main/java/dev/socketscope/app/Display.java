package dev.socketscope.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open the window on, and what to do when there is none. */
final class Display {
    private Display() {}

    /** On Linux a display is named in the environment; elsewhere there always is one. */
    static boolean present(String system, Map<String, String> environment) {
        return !system.toLowerCase(Locale.ROOT).startsWith("linux") || named(environment, "DISPLAY")
                || named(environment, "WAYLAND_DISPLAY");
    }

    /** Makes the toolkit draw into memory; to be called before it starts. */
    static void none() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static boolean named(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
