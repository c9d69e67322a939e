package dev.socketscope.engine.config;

import java.nio.file.Path;

/** Where a user's tokens and keys are kept when nothing says otherwise. */
public final class UserFolder {
    private UserFolder() {}

    /** {@code ~/.config/socketscope}, or below {@code XDG_CONFIG_HOME}; need not exist. */
    public static Path path() {
        String folder = System.getenv("XDG_CONFIG_HOME");
        Path base = folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(folder);
        return base.resolve("socketscope");
    }

    /** Of the local authority that signs certificates of listeners. */
    public static Path authority() {
        return path().resolve("authority");
    }
}
