package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What somebody sees who starts the program from a menu with a configuration that cannot be used. */
@ExtendWith(ApplicationExtension.class)
class ConfigQuestionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder = Path.of("");
    private Path file = Path.of("");
    private @Nullable Path wanted;

    @BeforeEach
    void mistakenFile() throws Exception {
        file = Files.writeString(folder.resolve("dev.yaml"), """
                listen: 127.0.0.1:0
                routes:
                  - upstream: ftp://x
                """);
    }

    private ConfigException trouble() {
        try {
            ConfigFile.read(file);
            throw new AssertionError("the file was taken");
        } catch (ConfigException e) {
            return e;
        }
    }

    private CompletableFuture<Optional<Path>> ask(ConfigException trouble, @Nullable Path mistaken) {
        CompletableFuture<Optional<Path>> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(
                new ConfigQuestion(trouble, mistaken, Memory.forgetful(), () -> wanted).another()));
        return answer;
    }

    private static void press(FxRobot robot, String button) {
        await().atMost(PATIENCE).until(() -> robot.lookup(button).tryQuery().isPresent());
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static String words(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup("#config-problems").tryQuery().isPresent());
        return String.join("\n", robot.lookup("#config-problems .label")
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void lineKeyValueAndWhatWasExpectedAreTold(FxRobot robot) throws Exception {
        CompletableFuture<Optional<Path>> answer = ask(trouble(), file);

        assertThat(words(robot)).contains("Line 3 · routes[0].upstream").contains("got \"ftp://x\", expected ");
        assertThat(robot.lookup(".dialog-pane").queryAs(DialogPane.class).getHeaderText())
                .isEqualTo(file + " cannot be used");

        press(robot, "#config-quit");
        assertThat(answer.get()).isEmpty();
    }

    @Test
    void theMistakesCanBeCopiedWithoutEndingTheQuestion(FxRobot robot) throws Exception {
        CompletableFuture<Optional<Path>> answer = ask(trouble(), file);

        press(robot, "#config-copy");

        CompletableFuture<String> copied = new CompletableFuture<>();
        robot.interact(() -> copied.complete(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).startsWith(file + ":3: routes[0].upstream: got \"ftp://x\"");
        assertThat(answer).isNotDone();
        press(robot, "#config-quit");
        answer.get();
    }

    @Test
    void aFileThatWasPutRightIsReadAgain(FxRobot robot) throws Exception {
        CompletableFuture<Optional<Path>> answer = ask(trouble(), file);
        press(robot, "#config-again");
        assertThat(answer.get()).contains(file);
    }

    @Test
    void anotherFileCanBeOpenedAndNotWantingOneChangesNothing(FxRobot robot) throws Exception {
        CompletableFuture<Optional<Path>> answer = ask(trouble(), file);
        press(robot, "#config-another");
        assertThat(answer).isNotDone();

        wanted = folder.resolve("other.yaml");
        press(robot, "#config-another");

        assertThat(answer.get()).contains(wanted);
    }

    @Test
    void whereFlagsAreToBlameNoFileIsOffered(FxRobot robot) throws Exception {
        CompletableFuture<Optional<Path>> answer = ask(ConfigException.of("--target", "ftp://x", "an address"), null);

        assertThat(words(robot)).isEqualTo("--target: got \"ftp://x\", expected an address");
        assertThat(robot.lookup("#config-another").tryQuery()).isEmpty();
        assertThat(robot.lookup("#config-again").tryQuery()).isEmpty();
        press(robot, "#config-quit");
        assertThat(answer.get()).isEmpty();
    }
}
