package dev.socketscope.app;

import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.Recordings;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.recording.Recording;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the window on a recording. */
@Command(name = "open", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Opens the window on a recording, which --record or the window has made, or on the WebSockets of an HTTP"
        + " archive (HAR) of a browser.", footer = {
                "", "Exit codes: 0 fine, 1 failed, 2 bad usage or no recording."})
final class OpenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The recording or the archive.")
    private Path file = Path.of("");

    @Option(names = "--screenshot", paramLabel = "DIR", description = "Takes pictures of every panel, dark and light, in two sizes, and ends.")
    private @Nullable Path pictures;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    OpenCommand() {}

    @Override
    public Integer call() throws Exception {
        Logging.setUp();
        Showing showing = Showing.of(pictures);
        Toolkit toolkit = Toolkit.start(showing.toEyes());
        try (Recording recording = Recordings.open(file)) {
            return new WindowRun(Linking.recorded(recording), showing,
                    line -> CommandLines.say(spec, line)).show(toolkit);
        }
    }
}
