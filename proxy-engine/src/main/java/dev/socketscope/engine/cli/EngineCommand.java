package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.recording.Recorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an engine without a window until a signal comes, or until the thread that runs it is interrupted. */
@Command(name = "engine", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Runs the reverse proxy without a window.", footerHeading = "%nExamples:%n", footer = {
        "  socketscope engine --target http://127.0.0.1:5173",
        "  socketscope engine --listen :0 --target http://localhost:3000 --debug",
        "  socketscope engine --config dev.yaml --control :0", "",
        "It prints \"listening on http://ADDR:PORT\" and \"control on http://ADDR:PORT\" when it is ready.",
        "SIGTERM and Ctrl-C close every connection with 1001; it ends within five seconds.",
        "SIGHUP reads the file of --config again; no connection is dropped.", "",
        "Exit codes: 0 fine, 1 failed, 2 bad usage or configuration, 3 cannot listen."})
public final class EngineCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions options = new EngineOptions();

    @Mixin
    private ControlOptions control = new ControlOptions();

    @Option(names = "--log", paramLabel = "FORMAT", order = 7, defaultValue = "text", description = "How warnings and the lines of --debug are written to standard error: text, or json for"
            + " one object a line.")
    private LogFormat log = LogFormat.TEXT;

    @Option(names = "--rehearse", hidden = true, description = "Starts, refuses one WebSocket, and ends.")
    private boolean rehearsal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, InterruptedException, IOException {
        if (rehearsal) {
            EngineRehearsal.run(options);
            return ExitCode.FINE;
        }
        EngineOptions.Chosen chosen = options.chosen();
        ControlPort.Choice choice = control.choose(chosen.control());
        Logging.setUp(log);
        try (StopSignal stop = new StopSignal();
                ControlPort port = new ControlPort()) {
            EngineStart.Started started = EngineStart.start(chosen.engine());
            Engine engine = started.engine();
            PrintWriter err = spec.commandLine().getErr();
            Optional<Recorder> recorder = recorder(started);
            Optional<DebugLog> debug = options.debug() ? Optional.of(DebugLog.follow(engine, err, log))
                    : Optional.empty();
            try {
                Optional<Reloader> reload = Reloader.of(options, started, chosen, this::say);
                port.open(choice, started, reload);
                say("listening on " + engine.info().url());
                port.lines().forEach(this::say);
                try (QuietMemory _ = QuietMemory.of(engine)) {
                    await(stop, reload);
                }
            } finally {
                // In this order, so that log and recording still tell how the connections ended.
                engine.close();
                debug.ifPresent(DebugLog::close);
                recorder.ifPresent(Recorder::close);
            }
        }
        return ExitCode.FINE;
    }

    private Optional<Recorder> recorder(EngineStart.Started started) throws ConfigException {
        try {
            return Recordings.begin(options, started);
        } catch (ConfigException e) {
            started.engine().close();
            throw e;
        }
    }

    /** Without a file, SIGHUP ends the process as it ends any other. */
    private void await(StopSignal stop, Optional<Reloader> reload) throws InterruptedException {
        if (reload.isEmpty()) {
            stop.await();
            return;
        }
        try (HangUp _ = HangUp.handle(reload.get()::run)) {
            stop.await();
        }
    }

    private void say(String line) {
        CommandLines.say(spec, line);
    }
}
