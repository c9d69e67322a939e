package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.ConfigException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration.
 *
 * @param line from 1; absent when it concerns the document as a whole
 * @param key full path such as {@code routes[1].upstream}; absent when it concerns no key
 * @param text what was found and what was expected
 */
public record ConfigProblemJson(@Nullable Integer line, @Nullable String key, String text) {
    /** Everything that is wrong, in the order of the document. */
    public static List<ConfigProblemJson> all(ConfigException e) {
        return e.problems()
                .stream()
                .map(p -> new ConfigProblemJson(p.line() > 0 ? p.line() : null, p.key().isEmpty() ? null : p.key(),
                        p.text()))
                .toList();
    }
}
