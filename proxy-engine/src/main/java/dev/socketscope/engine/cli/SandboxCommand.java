package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demo dev server until a signal comes, or until the thread that runs it is interrupted. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Runs the demo dev server: a page, its modules, and sockets to try things on.", footerHeading = "%nExample, in two terminals:%n", footer = {
        "  socketscope sandbox", "  socketscope --target http://127.0.0.1:5173", "",
        "Then open http://127.0.0.1:9000 and watch the page's sockets in the window.", "",
        "Exit codes: 0 fine, 1 failed, 2 bad usage, 3 cannot listen."})
public final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--listen", paramLabel = "ADDR:PORT", defaultValue = "127.0.0.1:5173", description = "Where to listen, ${DEFAULT-VALUE} by default. Port 0 picks a free one.")
    private String listen = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, IOException, InterruptedException {
        Logging.setUp();
        try (StopSignal stop = new StopSignal(); Sandbox sandbox = start()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("sandbox on " + sandbox.uri());
            out.println("sockets at " + String.join(" ", sandbox.socketPaths()));
            out.flush();
            stop.await();
        }
        return ExitCode.FINE;
    }

    private Sandbox start() throws ConfigException, IOException {
        InetSocketAddress address = EngineOptions.address(listen);
        try {
            return Sandbox.start(address);
        } catch (BindException e) {
            throw new CannotListenException(address, e);
        }
    }
}
