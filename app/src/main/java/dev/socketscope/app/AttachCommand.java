package dev.socketscope.app;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.RemoteStart;
import dev.socketscope.engine.cli.Version;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the window on an engine in another process. */
@Command(name = "attach", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Opens the window on the engine behind a control port.", footerHeading = "%nExample, in two terminals:%n", footer = {
        "  socketscope engine --target http://127.0.0.1:5173", "  socketscope attach http://127.0.0.1:9001", "",
        "Exit codes: 0 fine, 1 failed, 2 bad usage or nobody answers."})
final class AttachCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "The control port, for example http://127.0.0.1:9001.")
    private String url = "";

    @Option(names = "--token-file", paramLabel = "FILE", description = "Where the control port's token stands. By default SOCKETSCOPE_TOKEN, or the file that engines of this user make.")
    private @Nullable Path tokenFile;

    @Option(names = "--screenshot", paramLabel = "DIR", description = "Takes pictures of every panel, dark and light, in two sizes, and ends.")
    private @Nullable Path pictures;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AttachCommand() {}

    @Override
    public Integer call() throws Exception {
        Logging.setUp();
        try (Engine engine = RemoteStart.connect(url, tokenFile)) {
            return new WindowRun(engine, RemoteStart.metrics(url, tokenFile), Showing.of(pictures), line -> {
                spec.commandLine().getOut().println(line);
                spec.commandLine().getOut().flush();
            }).show();
        }
    }
}
