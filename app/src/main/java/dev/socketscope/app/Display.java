package dev.socketscope.app;

import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;

/** Whether there is a screen to open the window on, and what to do when there is none. */
final class Display {
    /** What JavaFX says when it stands on the class path, where it works just as well. Held, because the log's references are weak. */
    private static final String NOT_A_MODULE = "Unsupported JavaFX configuration";
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Display() {}

    /** Lets the toolkit keep to itself how it was loaded; to be called before it starts. */
    static void quiet() {
        JAVAFX.setFilter(event -> !String.valueOf(event.getMessage()).startsWith(NOT_A_MODULE));
    }

    /** Whether this process has a screen; none where somebody has asked for the toolkit that draws into memory. */
    static boolean here() {
        return !HEADLESS.equals(System.getProperty(PLATFORM))
                && present(System.getProperty("os.name", ""), System.getenv());
    }

    /** On Linux a display is named in the environment; elsewhere there always is one. */
    static boolean present(String system, Map<String, String> environment) {
        return !system.toLowerCase(Locale.ROOT).startsWith("linux") || named(environment, "DISPLAY")
                || named(environment, "WAYLAND_DISPLAY");
    }

    /** Makes the toolkit draw into memory; to be called before it starts. */
    static void none() {
        System.setProperty(PLATFORM, HEADLESS);
        System.setProperty("prism.order", "sw");
    }

    private static boolean named(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
