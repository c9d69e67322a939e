package dev.socketscope.engine.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up the log of a process: warnings and errors on standard error. */
public final class Logging {
    /**
     * Logs every offence of a remote peer as an error of its own, with a stack trace; what matters of it is reported by those
     * who use the library. Held here because the log's own references are weak.
     */
    private static final Logger JAVA_WEBSOCKET = Logger.getLogger("org.java_websocket");

    private Logging() {}

    /** For people. Replaces whatever was set up before. */
    public static void setUp() {
        setUp(LogFormat.TEXT);
    }

    /** Replaces whatever was set up before. */
    static void setUp(LogFormat format) {
        LogManager.getLogManager().reset();
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        console.setFormatter(format.formatter());
        Logger.getLogger("").addHandler(console);
        Logger.getLogger("").setLevel(Level.WARNING);
        JAVA_WEBSOCKET.setLevel(Level.OFF);
    }
}
