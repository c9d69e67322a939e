package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.config.ConfigException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Names the scenarios that come with the program. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Names the scenarios that come with Socketscope, each with what it proves.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : Shipped.NAMES) {
            out.println(String.format("%-16s %s", name, Shipped.open(name).about()));
        }
        out.flush();
        return ExitCode.FINE;
    }
}
