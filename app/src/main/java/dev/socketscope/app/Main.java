package dev.socketscope.app;

import dev.socketscope.engine.cli.CertificateCommand;
import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.DoctorCommand;
import dev.socketscope.engine.cli.EngineCommand;
import dev.socketscope.engine.cli.ExportCommand;
import dev.socketscope.engine.cli.MockCommand;
import dev.socketscope.engine.cli.ReplayCommand;
import dev.socketscope.engine.cli.SandboxCommand;
import dev.socketscope.engine.cli.scenario.ScenarioCommand;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The program with all its commands. It does not extend {@code Application}, because the launcher refuses such a main class while
 * JavaFX stands on the class path.
 */
@Command(subcommands = {AttachCommand.class, CertificateCommand.class, DoctorCommand.class, EngineCommand.class,
        ExportCommand.class, MockCommand.class, OpenCommand.class, ReplayCommand.class, SandboxCommand.class,
        ScenarioCommand.class})
public final class Main extends WindowCommand {
    private static final Set<String> ABOUT_COMMANDS = Set.of("-h", "--help", "-V", "--version");

    Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /** Reading what all commands are takes a quarter of a second, for which the window does not wait when none of them is named. */
    static CommandLine commandLine(String... arguments) {
        boolean anyCommand = arguments.length > 0 && !arguments[0].startsWith("-");
        if (anyCommand || Stream.of(arguments).anyMatch(ABOUT_COMMANDS::contains)) {
            return allCommands();
        }
        CommandLine window = CommandLines.prepare(new CommandLine(new WindowCommand()));
        window.setParameterExceptionHandler(Main::withAllCommands);
        return window;
    }

    private static CommandLine allCommands() {
        return CommandLines.prepare(new CommandLine(new Main()));
    }

    private static int withAllCommands(ParameterException error, String... arguments) {
        CommandLine tried = error.getCommandLine();
        return allCommands().setOut(tried.getOut()).setErr(tried.getErr()).execute(arguments);
    }
}
