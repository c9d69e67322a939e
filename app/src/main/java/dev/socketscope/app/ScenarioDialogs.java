package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.scenarios.FileDialogs;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The platform's dialogs for files of scenarios and of their reports; each begins in the folder that was used last. */
final class ScenarioDialogs implements FileDialogs {
    private static final String FOLDER = "scenarios.folder";
    private final Memory memory;
    private final Path usual;

    ScenarioDialogs(Memory memory, Path usual) {
        this.memory = memory;
        this.usual = usual;
    }

    @Override
    public @Nullable Path open() {
        FileChooser chooser = chooser();
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(Strings.of("scenarios.files"), "*.yaml", "*.yml"));
        return remembered(chooser.showOpenDialog(window()));
    }

    @Override
    public @Nullable Path save(String name) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(window()));
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        Optional.of(memory.text(FOLDER).map(File::new).orElse(usual.toFile()))
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private @Nullable Path remembered(@Nullable File file) {
        if (file == null) {
            return null;
        }
        memory.put(FOLDER, String.valueOf(file.getAbsoluteFile().getParent()));
        return file.toPath();
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    }
}
