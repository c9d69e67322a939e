package dev.socketscope.app.scenarios;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks for files. Each answers null when the person has changed their mind. */
public interface FileDialogs {
    @Nullable
    Path open();

    /** @param name to begin with */
    @Nullable
    Path save(String name);
}
