package dev.socketscope.app.controls;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where to save a file, or which one to read; begins in the folder that was used last. */
public final class SaveDialog implements FilePicker {
    private static final String FOLDER = "save.folder";
    private final Node owner;
    private final Memory memory;

    /** @param owner the dialog stands over its window */
    public SaveDialog(Node owner, Memory memory) {
        this.owner = owner;
        this.memory = memory;
    }

    /**
     * Asks, writes the file, and tells what came of it.
     *
     * @param name to begin with
     * @param content made when the person has not changed their mind
     */
    public void save(String name, Supplier<byte[]> content) {
        Path file = ask(name);
        if (file == null) {
            return;
        }
        try {
            Files.write(file, content.get());
            Notice.show(owner, Strings.of("chart.saved"), file.toString());
        } catch (IOException e) {
            Notice.show(owner, Strings.of("chart.unsaved"), e.toString());
        }
    }

    @Override
    public @Nullable Path ask(String name) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(window()));
    }

    @Override
    public @Nullable Path askExisting(String kind, String... patterns) {
        FileChooser chooser = chooser();
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, patterns));
        return remembered(chooser.showOpenDialog(window()));
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        memory.text(FOLDER).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private @Nullable Window window() {
        Scene scene = owner.getScene();
        return scene == null ? null : scene.getWindow();
    }

    private @Nullable Path remembered(@Nullable File file) {
        if (file == null) {
            return null;
        }
        memory.put(FOLDER, String.valueOf(file.getAbsoluteFile().getParent()));
        return file.toPath();
    }
}
