package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.EngineCommand;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.SandboxCommand;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.query.filter.Filter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Opens the window on an engine in this process. It does not extend {@code Application}, because the launcher refuses such a main
 * class while JavaFX stands on the class path.
 */
@Command(name = "socketscope", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, subcommands = {
        EngineCommand.class,
        SandboxCommand.class}, description = "Opens the window with an engine of its own. Without --target and --config it brings a demo server and demo"
                + " clients, so that there is something to see.", footer = {"",
                        "Exit codes: 0 fine, 1 failed, 2 bad usage or configuration, 3 cannot listen."})
public final class Main implements Callable<Integer> {
    /** What JavaFX says when it stands on the class path, where it works just as well. Held, because the log's references are weak. */
    private static final String NOT_A_MODULE = "Unsupported JavaFX configuration";
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Option(names = "--screenshot", paramLabel = "DIR", order = 9, description = "Takes pictures of every panel under traffic, dark and light, in two sizes, and ends.")
    private @Nullable Path pictures;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.prepare(new CommandLine(new Main())).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Logging.setUp();
        JAVAFX.setFilter(event -> !String.valueOf(event.getMessage()).startsWith(NOT_A_MODULE));
        try (Running running = Running.start(options, spec.commandLine().getErr())) {
            say("listening on http://" + running.engine().info().listen());
            return show(running.engine(), chooseDisplay(running.engine()));
        }
    }

    /** Whether there is a screen to show the window on. */
    private boolean chooseDisplay(Engine engine) {
        boolean display = Display.present(System.getProperty("os.name", ""), System.getenv());
        if (pictures == null && display) {
            return true;
        }
        Display.none();
        if (pictures == null) {
            say("No display: the window runs without one. The engine works at http://" + engine.info().listen()
                    + "; --screenshot DIR gives pictures of the window.");
        }
        return false;
    }

    private int show(Engine engine, boolean screen) throws InterruptedException, ExecutionException {
        Memory memory = pictures == null ? Memory.in(memoryFile()) : Memory.forgetful();
        App app = new App(engine, memory, expression -> Filter.parse(expression)::couldMatch, screen);
        Platform.startup(() -> app.guarded(() -> {
            if (pictures == null) {
                app.start(new Stage());
            } else {
                app.picture(new Stage(), pictures, file -> say(file.toString()));
            }
        }));
        app.closed().get();
        Platform.exit();
        return ExitCode.FINE;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static Path memoryFile() {
        return ConfigFolder.of(System.getProperty("os.name", ""), System.getenv(),
                Path.of(System.getProperty("user.home", "."))).resolve("window.json");
    }
}
