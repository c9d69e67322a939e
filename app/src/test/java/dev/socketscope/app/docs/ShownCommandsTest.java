package dev.socketscope.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.Main;
import dev.socketscope.engine.cli.CommandLines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Whoever types what a page shows is understood. */
class ShownCommandsTest {
    private static final int MANY = 40;

    /** A command on a page, without the program's name. */
    private record Shown(Page page, List<String> arguments) {
        static Stream<Shown> in(Page page, Stream<String> lines) {
            return lines.map(ShellWords::argumentsOfSocketscope)
                    .flatMap(Optional::stream)
                    .map(arguments -> new Shown(page, arguments));
        }

        Optional<ParameterException> refusal() {
            try {
                CommandLines.prepare(new CommandLine(Main.class)).parseArgs(arguments.toArray(String[]::new));
                return Optional.empty();
            } catch (ParameterException e) {
                return Optional.of(e);
            }
        }
    }

    @Test
    void everyCommandInABlockIsOneThatTheProgramTakes() {
        // A synopsis is no command.
        List<Shown> all = Page.all()
                .stream()
                .flatMap(page -> Shown.in(page, page.shownLines().stream().filter(line -> !line.contains(" [-hV]"))))
                .toList();

        assertThat(all).hasSizeGreaterThan(MANY).allSatisfy(each -> assertThat(each.refusal()).isEmpty());
    }

    /** There a command may be named without what it takes. */
    @Test
    void everyCommandWithinTheTextIsOneThatTheProgramHas() {
        List<Shown> all = Page.all()
                .stream()
                .flatMap(page -> Shown.in(page, page.shownWords().stream().filter(words -> !words.contains("…"))))
                .toList();

        assertThat(all).isNotEmpty()
                .allSatisfy(each -> assertThat(each.refusal().filter(e -> !(e instanceof MissingParameterException)))
                        .isEmpty());
    }
}
