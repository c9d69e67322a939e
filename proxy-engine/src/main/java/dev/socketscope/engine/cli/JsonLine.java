package dev.socketscope.engine.cli;

import dev.socketscope.engine.debug.DebugLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"at":"…Z","level":"WARNING","logger":"FrontDoor","message":"…"}}, with {@code thrown} and {@code trace} when there is one. */
final class JsonLine extends Formatter {
    @Override
    public String format(LogRecord event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", event.getInstant().toString());
        line.put("level", event.getLevel().getName());
        line.put("logger", TextLine.logger(event));
        line.put("message", formatMessage(event));
        Throwable thrown = event.getThrown();
        if (thrown != null) {
            line.put("thrown", thrown.toString());
            line.put("trace", LogFormat.trace(thrown).toList());
        }
        return text(line) + System.lineSeparator();
    }

    /** {@code {"at":"…Z","level":"DEBUG","category":"close","message":"…", …}} with the data of the line. */
    static String of(DebugLine line) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", line.at().toString());
        all.put("level", "DEBUG");
        all.put("category", line.category());
        all.put("message", line.message());
        line.data().forEach(all::putIfAbsent);
        return text(all);
    }

    private static String text(Map<String, Object> line) {
        return JsonMapper.shared().writeValueAsString(line);
    }
}
