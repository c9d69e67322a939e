package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The scenario that is shown, and what can be done with files. What goes wrong is told, and changes nothing. */
final class Shelf {
    private final Library library;
    private final FileDialogs dialogs;
    private final BiConsumer<String, String> tell;
    private final ObjectProperty<Document> current;

    /** Something done with a file. */
    @FunctionalInterface
    private interface Action {
        Document run() throws IOException;
    }

    /** @param tell gets a title and a sentence for a person */
    Shelf(Library library, FileDialogs dialogs, BiConsumer<String, String> tell) {
        this.library = library;
        this.dialogs = dialogs;
        this.tell = tell;
        current = new SimpleObjectProperty<>(library.documents().getFirst());
    }

    ObjectProperty<Document> currentProperty() {
        return current;
    }

    Document current() {
        return current.get();
    }

    void create() {
        current.set(library.create());
    }

    void duplicate() {
        current.set(library.duplicate(current()));
    }

    void open() {
        Path file = dialogs.open();
        if (file != null) {
            attempt("scenarios.not.opened", () -> library.open(file));
        }
    }

    /** One that comes with the program becomes a person's own. */
    void save() {
        if (attempt("scenarios.not.saved", () -> library.save(current()))) {
            tell.accept(current().name().get(), Strings.of("scenarios.saved",
                    current().file().map(Path::toString).orElse("")));
        }
    }

    void saveAs() {
        Path file = dialogs.save(current().name().get() + ".yaml");
        if (file != null) {
            attempt("scenarios.not.saved", () -> library.saveAs(current(), file));
        }
    }

    private boolean attempt(String failure, Action action) {
        try {
            current.set(action.run());
            return true;
        } catch (IOException e) {
            tell.accept(Strings.of("scenarios.title"), Strings.of(failure, String.valueOf(e.getMessage())));
            return false;
        }
    }
}
