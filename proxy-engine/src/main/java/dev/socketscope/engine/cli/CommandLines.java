package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Nearest;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes all commands fail alike: one clear line instead of a stack trace, and the exit codes of {@link ExitCode}. */
public final class CommandLines {
    private CommandLines() {}

    /** Prepares a root command after all of its subcommands have been added; returns it. */
    public static CommandLine prepare(CommandLine root) {
        root.setParameterExceptionHandler((error, arguments) -> badUsage(error));
        root.setExecutionExceptionHandler((error, command, parsed) -> failed(error, command.getErr()));
        root.setUsageHelpAutoWidth(true);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }

    /** Prints a line at once, also where the output goes to a pipe that somebody reads line by line. */
    public static void say(CommandSpec command, String line) {
        PrintWriter out = command.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static int badUsage(ParameterException error) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(error.getMessage() + suggestion(error));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.BAD_USAGE;
    }

    private static String suggestion(ParameterException error) {
        if (!(error instanceof UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String word = unmatched.getUnmatched().getFirst();
        CommandLine command = error.getCommandLine();
        List<String> known = word.startsWith("-")
                ? command.getCommandSpec().options().stream().map(o -> o.longestName()).toList()
                : List.copyOf(command.getSubcommands().keySet());
        return Nearest.to(word.split("=", 2)[0], known).map(k -> "; did you mean " + k + "?").orElse("");
    }

    private static int failed(Exception error, PrintWriter err) {
        int code = switch (error) {
            case ConfigException _,IllegalArgumentException _ -> ExitCode.BAD_USAGE;
            case CannotListenException _ -> ExitCode.CANNOT_LISTEN;
            case InterruptedException _ -> ExitCode.FINE;
            default -> ExitCode.FAILED;
        };
        if (code == ExitCode.FAILED) {
            LoggerFactory.getLogger(CommandLines.class).error("The command failed", error);
        } else if (code != ExitCode.FINE) {
            err.println(error.getMessage());
            err.flush();
        }
        return code;
    }
}
