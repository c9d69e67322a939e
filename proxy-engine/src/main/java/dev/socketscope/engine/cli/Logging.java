package dev.socketscope.engine.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sets up the log of a process: warnings and errors, one line each, on standard error. */
public final class Logging {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
            .withZone(ZoneId.systemDefault());
    /**
     * Logs every offence of a remote peer as an error of its own, with a stack trace; what matters of it is reported by those
     * who use the library. Held here because the log's own references are weak.
     */
    private static final Logger JAVA_WEBSOCKET = Logger.getLogger("org.java_websocket");

    private Logging() {}

    /** Replaces whatever was set up before. */
    public static void setUp() {
        LogManager.getLogManager().reset();
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        console.setFormatter(new OneLine());
        Logger.getLogger("").addHandler(console);
        Logger.getLogger("").setLevel(Level.WARNING);
        JAVA_WEBSOCKET.setLevel(Level.OFF);
    }

    /** {@code 12:41:07.204 WARNING FrontDoor: message}, and below it the first lines of a stack trace when there is one. */
    private static final class OneLine extends Formatter {
        private static final int TRACE_LINES = 12;

        @Override
        public String format(LogRecord event) {
            String logger = event.getLoggerName() == null ? "" : event.getLoggerName();
            StringBuilder text = new StringBuilder(TIME.format(event.getInstant())).append(' ')
                    .append(event.getLevel().getName())
                    .append(' ')
                    .append(logger.substring(logger.lastIndexOf('.') + 1))
                    .append(": ")
                    .append(formatMessage(event))
                    .append(System.lineSeparator());
            Throwable thrown = event.getThrown();
            if (thrown != null) {
                text.append("  ").append(thrown).append(System.lineSeparator());
                StackTraceElement[] trace = thrown.getStackTrace();
                for (int i = 0; i < Math.min(trace.length, TRACE_LINES); i++) {
                    text.append("    at ").append(trace[i]).append(System.lineSeparator());
                }
            }
            return text.toString();
        }
    }
}
