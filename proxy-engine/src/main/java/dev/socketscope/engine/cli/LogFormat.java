package dev.socketscope.engine.cli;

import dev.socketscope.engine.debug.DebugLine;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.stream.Stream;

/** How a process writes its log. */
enum LogFormat {
    /** For people. */
    TEXT {
        @Override
        Formatter formatter() {
            return new TextLine();
        }

        @Override
        String line(DebugLine line) {
            return line.toString();
        }
    },
    /** An object a line, for programs that collect logs. */
    JSON {
        @Override
        Formatter formatter() {
            return new JsonLine();
        }

        @Override
        String line(DebugLine line) {
            return JsonLine.of(line);
        }
    };

    private static final int TRACE_LINES = 12;

    /** Of warnings and errors. */
    abstract Formatter formatter();

    /** A line of the debug log, without its end. */
    abstract String line(DebugLine line);

    /** The innermost frames of a stack trace. */
    static Stream<String> trace(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).limit(TRACE_LINES).map(StackTraceElement::toString);
    }
}
