package dev.socketscope.engine.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code 12:41:07.204 WARNING FrontDoor: message}, and below it the first lines of a stack trace when there is one. */
final class TextLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
            .withZone(ZoneId.systemDefault());

    /** The class that logs, without its package. */
    static String logger(LogRecord event) {
        String logger = event.getLoggerName() == null ? "" : event.getLoggerName();
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    @Override
    public String format(LogRecord event) {
        StringBuilder text = new StringBuilder(TIME.format(event.getInstant())).append(' ')
                .append(event.getLevel().getName())
                .append(' ')
                .append(logger(event))
                .append(": ")
                .append(formatMessage(event))
                .append(System.lineSeparator());
        Throwable thrown = event.getThrown();
        if (thrown != null) {
            text.append("  ").append(thrown).append(System.lineSeparator());
            LogFormat.trace(thrown)
                    .forEach(line -> text.append("    at ").append(line).append(System.lineSeparator()));
        }
        return text.toString();
    }
}
