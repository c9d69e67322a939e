package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ShippedScenarios;
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
        for (String name : ShippedScenarios.NAMES) {
            out.println(String.format("%-16s %s", name, ShippedScenarios.open(name).about()));
        }
        out.flush();
        return ExitCode.FINE;
    }
}
