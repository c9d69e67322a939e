package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.Nearest;
import java.util.Collection;

/** Guesses which word was meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean …?}, or nothing when no known word is near. */
    public static String of(String word, Collection<String> known) {
        return Nearest.to(word, known).map(k -> "; did you mean " + k + "?").orElse("");
    }
}
