package dev.socketscope.engine.cli;

import dev.socketscope.engine.cli.scenario.ScenarioCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A root command with the commands of this module and nothing else, to run them in a process of their own. */
@Command(name = "socketscope", subcommands = {CertificateCommand.class, DoctorCommand.class, EngineCommand.class,
        ExportCommand.class, MockCommand.class, ReplayCommand.class, SandboxCommand.class,
        ScenarioCommand.class})
public final class HeadlessMain {
    private HeadlessMain() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandLines.prepare(new CommandLine(new HeadlessMain()));
    }
}
