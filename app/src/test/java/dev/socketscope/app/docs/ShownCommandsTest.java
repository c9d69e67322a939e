package dev.socketscope.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.Main;
import dev.socketscope.engine.cli.CommandLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Whoever types what a page shows is understood. */
class ShownCommandsTest {
    @Test
    void everyCommandInABlockIsOneThatTheProgramTakes() {
        List<String> refused = new ArrayList<>();
        int shown = 0;
        for (Page page : Page.all()) {
            for (String line : page.shownLines()) {
                shown += check(page, line, refused);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(shown).as("commands that were found at all").isGreaterThan(40);
    }

    @Test
    void everyCommandWithinTheTextIsOneThatTheProgramTakes() {
        List<String> refused = new ArrayList<>();
        for (Page page : Page.all()) {
            Stream<String> whole = page.shownWords().stream().filter(words -> !words.contains("…"));
            whole.forEach(line -> check(page, line, refused));
        }
        assertThat(refused).isEmpty();
    }

    /** Returns how many commands the line has. */
    private static int check(Page page, String line, List<String> refused) {
        return ShellWords.argumentsOfSocketscope(line).map(arguments -> {
            try {
                CommandLines.prepare(new CommandLine(Main.class)).parseArgs(arguments.toArray(String[]::new));
            } catch (ParameterException e) {
                refused.add(page + ": " + line + ": " + e.getMessage());
            }
            return 1;
        }).orElse(0);
    }
}
