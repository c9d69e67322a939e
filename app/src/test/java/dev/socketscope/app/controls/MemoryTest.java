package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void whatWasPutIsThereInTheNextRun() {
        Path file = folder.resolve("deep/window.json");
        try (Memory memory = Memory.in(file)) {
            memory.put("window.width", 1280);
            memory.put("look.theme", "light");
        }
        Memory next = Memory.in(file);

        assertThat(next.number("window.width")).hasValue(1280);
        assertThat(next.text("look.theme")).contains("light");
    }

    @Test
    void itIsWrittenSoonWithoutBeingClosed() {
        Path file = folder.resolve("window.json");
        Memory.in(file).put("shell.panel", "events");

        await().until(() -> Memory.in(file).text("shell.panel").isPresent());
    }

    @Test
    void aBrokenFileCountsAsEmptyAndIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("window.json"), "{\"window.width\": ");
        try (Memory memory = Memory.in(file)) {
            assertThat(memory.number("window.width")).isEmpty();
            memory.put("window.width", 1000);
        }
        assertThat(Memory.in(file).number("window.width")).hasValue(1000);
    }

    @Test
    void aValueThatIsNoNumberCountsAsAbsent() {
        Memory memory = Memory.forgetful();
        memory.put("a", "wide");
        memory.put("b", "NaN");

        assertThat(memory.number("a")).isEmpty();
        assertThat(memory.number("b")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoReasonToFail() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        try (Memory memory = Memory.in(blocked.resolve("window.json"))) {
            memory.put("a", "b");
            assertThat(memory.text("a")).contains("b");
        }
    }

    @Test
    void theForgetfulOneTouchesNoFile() throws IOException {
        try (Memory memory = Memory.forgetful()) {
            memory.put("a", "b");
            assertThat(memory.text("a")).contains("b");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
