package dev.socketscope.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.config.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files that a person chooses. */
class ShelfTest {
    @TempDir
    private Path folder;
    private final List<String> told = new ArrayList<>();
    private @Nullable Path chosen;
    private Shelf shelf;

    @BeforeEach
    void open() {
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public @Nullable Path open() {
                return chosen;
            }

            @Override
            public @Nullable Path save(String name) {
                return chosen;
            }
        };
        shelf = new Shelf(new Library(folder.resolve("own"), InstantSource.system()), dialogs,
                (title, text) -> told.add(text));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aFileIsShownOnceItIsOpened() throws IOException {
        chosen = file("slow.yaml", ShippedScenarios.text("slow-3g"));
        shelf.open();

        assertThat(shelf.current().name().get()).isEqualTo("slow");
        assertThat(shelf.current().problems().get()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void nothingChangesWhenThePersonChangesTheirMind() {
        Document before = shelf.current();
        chosen = null;
        shelf.open();
        shelf.saveAs();

        assertThat(shelf.current()).isSameAs(before);
        assertThat(told).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldAndChangesNothing() throws IOException {
        Document before = shelf.current();
        for (Path bad : List.of(folder.resolve("none.yaml"), Files.createDirectory(folder.resolve("folder.yaml")),
                Files.write(folder.resolve("binary.yaml"), new byte[]{(byte) 0xC3, 0x28, 0}),
                Files.write(folder.resolve("long.yaml"), new byte[(1 << 20) + 1]))) {
            chosen = bad;
            shelf.open();

            assertThat(told.removeLast()).contains(bad.getFileName().toString());
            assertThat(shelf.current()).isSameAs(before);
        }
    }

    @Test
    void aFileWithMistakesIsOpenedAndTheyAreTold() throws IOException {
        chosen = file("bad.yaml", "steps:\n  - {at: soon, cut: {}}\n");
        shelf.open();

        assertThat(shelf.current().name().get()).isEqualTo("bad");
        assertThat(shelf.current().problems().get()).isNotEmpty();
    }

    @Test
    void aScenarioIsSavedWhereThePersonSays() {
        chosen = folder.resolve("new/place/mine.yaml");
        shelf.saveAs();

        assertThat(chosen).content().isEqualTo(ShippedScenarios.text(ShippedScenarios.NAMES.getFirst()));
        assertThat(shelf.current().file()).hasValue(chosen.toAbsolutePath());
    }

    @Test
    void whatCannotBeWrittenIsToldAndStaysUnsaved() throws IOException {
        shelf.create();
        chosen = Files.createDirectory(folder.resolve("a folder.yaml"));
        shelf.saveAs();

        assertThat(told).singleElement().asString().contains("a folder.yaml");
        assertThat(shelf.current().changed().get()).isTrue();
    }
}
