package dev.socketscope.app.log;

import dev.socketscope.engine.debug.DebugLine;
import java.util.Locale;

/**
 * A line of the log.
 *
 * @param key grows from line to line
 */
record LogLine(long key, DebugLine line) {
    /** @param words of which each has to be in it, in lower case */
    boolean has(String[] words) {
        String text = line.toString().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
