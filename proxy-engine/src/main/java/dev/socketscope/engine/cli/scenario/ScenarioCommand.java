package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.Version;
import picocli.CommandLine.Command;

/** Groups the commands about scenarios. */
@Command(name = "scenario", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", subcommands = {
        RunCommand.class, CheckCommand.class,
        ListCommand.class}, description = "Plays faults on a clock and tells what the application did.", footerHeading = "%nExamples:%n", footer = {
                "  socketscope scenario list", "  socketscope scenario run deploy",
                "  socketscope scenario run my.yaml --target http://127.0.0.1:3000 --junit report.xml -- npx playwright test"})
public final class ScenarioCommand {}
