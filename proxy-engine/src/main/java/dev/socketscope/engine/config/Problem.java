package dev.socketscope.engine.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param source the file as the user named it
 * @param line from 1; 0 when it concerns the file as a whole
 * @param key full path such as {@code routes[1].upstream}; empty when it concerns no key
 * @param text what was found and what was expected
 */
public record Problem(String source, int line, String key, String text) {
    /** For example {@code dev.yaml:7: routes[1].upstream: got "ftp://x", expected …}. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + text;
    }
}
