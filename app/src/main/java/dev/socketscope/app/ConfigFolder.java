package dev.socketscope.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where this platform keeps what programs remember. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** Of the user who runs this process. */
    static Path here() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * @param system as in {@code os.name}
     * @param home the user's home folder
     */
    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return in(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Socketscope");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Socketscope");
        }
        return in(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("socketscope");
    }

    private static Path in(@Nullable String folder, Path usual) {
        return folder == null || folder.isBlank() ? usual : Path.of(folder);
    }
}
