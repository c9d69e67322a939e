package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;
import dev.socketscope.engine.mock.MockServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers clients as a recorded server did. */
@Command(name = "mock", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Answers a client as a recorded server did, at any path, and compares what the client says with what was recorded.", footerHeading = "%nExamples:%n", footer = {
        "  socketscope mock session.sockets --connection ws_4kf2a --listen 127.0.0.1:3000",
        "  socketscope mock session.sockets --connection ws_4kf2a --keep --timed --speed 10", "",
        "Exit codes: 0 the client said the same, 1 it did not, 2 bad usage or no recording, 3 cannot listen."})
public final class MockCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(100);

    @Mixin
    private ConversationOptions options = new ConversationOptions();

    @Option(names = "--listen", paramLabel = "ADDR:PORT", order = 0, defaultValue = "127.0.0.1:0", description = "Where to listen, ${DEFAULT-VALUE} by default. Port 0 picks a free one.")
    private String listen = "";

    @Option(names = "--timed", order = 2, description = "Messages come as long after the first one as they did; by default each waits for what the client said before it.")
    private boolean timed;

    @Option(names = "--keep", order = 8, description = "Goes on after the first client has gone, until a signal comes.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>(1_000);

    @Override
    public Integer call() throws ConfigException, IOException, InterruptedException {
        Logging.setUp();
        Conversation script = options.conversation();
        Pace pace = options.pace(!timed);
        Sameness sameness = options.sameness();
        InetSocketAddress address = EngineOptions.address(listen);
        try (StopSignal stop = new StopSignal();
                MockServer server = start(address, script, pace, sameness)) {
            CommandLines.say(spec, "mock on ws://" + AddressText.of(server.address()) + script.target());
            return serve(stop);
        }
    }

    private MockServer start(InetSocketAddress address, Conversation script, Pace pace, Sameness sameness)
            throws IOException {
        try {
            return MockServer.start(address, script, pace, sameness, this::told);
        } catch (IOException e) {
            if (e.getCause() instanceof BindException taken) {
                throw new CannotListenException(address, taken);
            }
            throw e;
        }
    }

    private void told(Outcome outcome) {
        try {
            outcomes.put(outcome);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int serve(StopSignal stop) throws InterruptedException {
        boolean same = true;
        boolean stopped = false;
        while (!stopped) {
            @Nullable
            Outcome outcome = outcomes.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome != null) {
                CommandLines.say(spec, options.told(outcome));
                same &= outcome.same();
                stopped = !keep;
            }
            stopped |= outcome == null && stop.await(Duration.ZERO);
        }
        return same ? ExitCode.FINE : ExitCode.FAILED;
    }
}
