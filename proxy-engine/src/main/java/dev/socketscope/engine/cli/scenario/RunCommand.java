package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.DebugLog;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.ExitCode;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.StopSignal;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.config.ShippedScenarios;
import dev.socketscope.engine.report.JUnitReport;
import dev.socketscope.engine.report.JsonReport;
import dev.socketscope.engine.report.TextReport;
import dev.socketscope.engine.scenario.Player;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a scenario. A signal ends it early: everything is disarmed and reported, and the command fails. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Plays a scenario and tells what the application did. Without --engine it runs an engine of its own; without --target"
        + " and --config as well, the demo.", footerHeading = "%nExamples:%n", footer = {
                "  socketscope scenario run deploy",
                "  socketscope scenario run deploy --target http://127.0.0.1:3000 -- node app.mjs",
                "  socketscope scenario run my.yaml --engine http://127.0.0.1:9001 --report report.json", "",
                "COMMAND finds the engine's address in SOCKETSCOPE_URL.", "",
                "Exit codes: 0 every expectation held, 1 one did not, 2 bad usage or a bad file, 3 cannot listen."})
final class RunCommand implements Callable<Integer> {
    private static final String WAIT_EXPECTED = "a duration such as 500ms, 30s or 2m";

    @Parameters(index = "0", paramLabel = "FILE", description = "A scenario, or the name of one that comes with Socketscope.")
    private String file = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "Starts the application for the time of the scenario; give it behind --.")
    private List<String> command = new ArrayList<>();

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Option(names = "--engine", paramLabel = "URL", order = 10, description = "The control port of a running engine, for example http://127.0.0.1:9001.")
    private @Nullable String url;

    @Option(names = "--token-file", paramLabel = "FILE", order = 11, description = "Where that engine's token stands. By default SOCKETSCOPE_TOKEN, or the file that engines of this user make.")
    private @Nullable Path tokenFile;

    @Option(names = "--report", paramLabel = "FILE", order = 12, description = "Writes what was done and observed as JSON.")
    private @Nullable Path report;

    @Option(names = "--junit", paramLabel = "FILE", order = 13, description = "Writes the expectations as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--wait", paramLabel = "TIME", order = 14, defaultValue = "30s", description = "How long to wait for the first connection, ${DEFAULT-VALUE} by default.")
    private String wait = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, IOException {
        Scenario scenario = ShippedScenarios.open(file);
        Duration patience = Durations.parse(wait)
                .orElseThrow(() -> ConfigException.of("--wait", wait, WAIT_EXPECTED));
        writable("--report", report);
        writable("--junit", junit);
        Logging.setUp();
        try (StopSignal stop = new StopSignal(ExitCode.FAILED);
                Stage stage = url == null ? Stage.here(options) : Stage.elsewhere(url, tokenFile, options);
                DebugLog _ = options.debug() ? DebugLog.follow(stage.engine(), spec.commandLine().getErr()) : null) {
            say("listening on " + stage.address());
            Report outcome = play(scenario, stage, stop, patience);
            say(TextReport.of(outcome));
            write(outcome);
            return outcome.passed() ? ExitCode.FINE : ExitCode.FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private Report play(Scenario scenario, Stage stage, StopSignal stop, Duration patience)
            throws ConfigException, InterruptedException {
        try (Application _ = Application.start(command, stage.address())) {
            return new Player(stage.engine(), stage.metrics(), span -> !stop.await(span), this::say)
                    .play(scenario, patience);
        }
    }

    /** Told before minutes have been spent on it. */
    private static void writable(String flag, @Nullable Path to) throws ConfigException {
        if (to != null && (Files.isDirectory(to) || !Files.isDirectory(to.toAbsolutePath().resolveSibling(".")))) {
            throw ConfigException.of(flag, to.toString(), "a file in a folder that exists");
        }
    }

    private void write(Report outcome) throws IOException {
        if (report != null) {
            Files.writeString(report, JsonReport.of(outcome));
        }
        if (junit != null) {
            Files.writeString(junit, JUnitReport.of(outcome));
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
