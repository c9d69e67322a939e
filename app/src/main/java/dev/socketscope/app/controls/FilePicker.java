package dev.socketscope.app.controls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks a person for a file and waits for the answer. JavaFX thread only. */
public interface FilePicker {
    /**
     * Where to save.
     *
     * @param name to begin with
     * @return null when the person changed their mind
     */
    @Nullable
    Path ask(String name);

    /**
     * For a file that is there.
     *
     * @param kind of files, in words
     * @param patterns of their names, for example {@code *.json}
     * @return null when the person changed their mind
     */
    @Nullable
    Path askExisting(String kind, String... patterns);
}
