package dev.socketscope.app.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.socketscope.engine.config.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of scenarios. */
class LibraryTest {
    @TempDir
    Path folder;

    private Library library() {
        return new Library(folder.resolve("scenarios"), InstantSource.system());
    }

    private static Document named(Library library, String name) {
        return library.documents().stream().filter(d -> d.name().get().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void oneThatComesWithTheProgramIsSavedAsAPersonsOwnAndStaysAsItWas() throws IOException {
        Library library = library();
        Document shipped = named(library, "deploy");
        shipped.type(shipped.text().get() + "# mine\n");

        Document own = library.save(shipped);

        assertThat(shipped.changed().get()).isFalse();
        assertThat(shipped.text().get()).isEqualTo(ShippedScenarios.text("deploy"));
        assertThat(own.file()).hasValue(folder.resolve("scenarios/deploy.yaml").toAbsolutePath());
        assertThat(folder.resolve("scenarios/deploy.yaml")).content().endsWith("# mine\n");
        assertThat(library().documents()).hasSize(ShippedScenarios.NAMES.size() + 1);
    }

    @Test
    void savingThatFailsChangesNothing() throws IOException {
        Files.writeString(folder.resolve("scenarios"), "a file where the folder should be");
        Library library = library();
        Document shipped = named(library, "deploy");
        shipped.type(shipped.text().get() + "# mine\n");

        assertThatIOException().isThrownBy(() -> library.save(shipped));

        assertThat(shipped.text().get()).endsWith("# mine\n");
        assertThat(library.documents()).hasSize(ShippedScenarios.NAMES.size());
    }

    @Test
    void aNewOneTakesAFreeNameAndCountsAsUnsavedUntilItIsSaved() throws IOException {
        Library library = library();
        Document first = library.create();
        Document second = library.create();

        assertThat(second.name().get()).isEqualTo("new-scenario-2");
        assertThat(second.problems().get()).isEmpty();
        assertThat(library.unsaved()).containsExactly(first, second);
        library.save(first);
        assertThat(library.unsaved()).containsExactly(second);
    }

    @Test
    void aFileIsOpenedOnceAndSavedWhereItCameFrom() throws IOException {
        Path file = Files.writeString(folder.resolve("elsewhere.yaml"), ShippedScenarios.text("slow-3g"));
        Library library = library();

        Document opened = library.open(file);
        opened.edit(Edits.delete(0));
        library.save(opened);

        assertThat(library.open(file)).isSameAs(opened);
        assertThat(opened.changed().get()).isFalse();
        assertThat(file).content().doesNotContain("mobile-3g");
    }

    @Test
    void aFileThatIsNoTextIsRefusedInWordsForPeople() throws IOException {
        Path file = Files.write(folder.resolve("picture.yaml"), new byte[]{(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});
        Library library = library();

        assertThatIOException().isThrownBy(() -> library.open(file)).withMessage(file + ": is not UTF-8 text");
        assertThat(library.documents()).hasSize(ShippedScenarios.NAMES.size());
    }

    @Test
    void savingUnderAnotherNameLeavesTheFirstFileAlone() throws IOException {
        Library library = library();
        Document own = library.save(library.create());
        own.edit(Edits.delete(0));

        Document other = library.saveAs(own, folder.resolve("other.yaml"));

        assertThat(other.name().get()).isEqualTo("other");
        assertThat(folder.resolve("scenarios/new-scenario.yaml")).content().contains("cut");
        assertThat(folder.resolve("other.yaml")).content().doesNotContain("cut");
    }
}
