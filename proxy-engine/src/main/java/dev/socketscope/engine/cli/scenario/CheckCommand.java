package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ShippedScenarios;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Texts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a scenario and plays nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Reads a scenario and tells what is wrong with it.", footer = {
        "", "Exit codes: 0 fine, 2 the file cannot be used."})
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A scenario, or the name of one that comes with Socketscope.")
    private String file = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException {
        Scenario scenario = ShippedScenarios.open(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + ": " + Texts.count(scenario.steps().size(), "step") + ", "
                + Texts.count(scenario.expectations().size(), "expectation"));
        out.flush();
        return ExitCode.FINE;
    }
}
