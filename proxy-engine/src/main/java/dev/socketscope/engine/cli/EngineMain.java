package dev.socketscope.engine.cli;

import dev.socketscope.engine.cli.scenario.ScenarioCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need no window, for machines that have only the engine. */
@Command(name = "socketscope", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, subcommands = {
        EngineCommand.class, CertificateCommand.class, DoctorCommand.class, ExportCommand.class, MockCommand.class,
        ReplayCommand.class, SandboxCommand.class,
        ScenarioCommand.class}, description = "The engine of Socketscope without the window.", footer = {"",
                "Exit codes: 0 fine, 1 failed, 2 bad usage or configuration, 3 cannot listen."})
public final class EngineMain {
    private EngineMain() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.prepare(new CommandLine(new EngineMain())).execute(arguments));
    }
}
