package dev.socketscope.app;

import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.Version;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the window on an engine in this process. */
@Command(name = "socketscope", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Opens the window with an engine of its own. Without --target and --config it brings a demo server and demo"
        + " clients, so that there is something to see.", footer = {"",
                "Exit codes: 0 fine, 1 failed, 2 bad usage or configuration, 3 cannot listen."})
class WindowCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions options = new EngineOptions();

    @Option(names = "--screenshot", paramLabel = "DIR", order = 9, description = "Takes pictures of every panel under traffic, dark and light, in two sizes, and ends.")
    private @Nullable Path pictures;

    @Option(names = "--rehearse", hidden = true, description = "Opens the window, shows every panel for a moment, says when the first frame stood, and ends.")
    private boolean rehearsal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Logging.setUp();
        Showing showing = rehearsal ? new Showing.Rehearsal() : Showing.of(pictures);
        Toolkit toolkit = Toolkit.start(showing.toEyes());
        try (Running running = new AskingStart(options, spec.commandLine().getErr(), toolkit, showing).run()) {
            say("listening on " + running.engine().info().url());
            return new WindowRun(running.choice(), showing, this::say).show(toolkit);
        }
    }

    private void say(String line) {
        CommandLines.say(spec, line);
    }
}
