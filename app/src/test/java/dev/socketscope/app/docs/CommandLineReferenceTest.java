package dev.socketscope.app.docs;

import dev.socketscope.app.Main;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineReferenceTest {
    @Test
    void thePageTellsEveryCommandAndOption() throws IOException {
        new Generated("docs/reference/command-line.md", CommandLineReference.of(new CommandLine(Main.class))).check();
    }
}
