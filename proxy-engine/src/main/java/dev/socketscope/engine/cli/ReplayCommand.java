package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.client.WebSocketDialer;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.ReplayClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says to a server what a recorded client said. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Says to a server what a recorded client said, and compares what it answers with what was recorded.", footerHeading = "%nExamples:%n", footer = {
        "  socketscope replay session.sockets --connection ws_4kf2a --to ws://127.0.0.1:3000",
        "  socketscope replay session.sockets --connection ws_4kf2a --to ws://127.0.0.1:3000/v2 --ordered --ignore '$$..id'",
        "", "Exit codes: 0 the server said the same, 1 it did not, or cannot be reached, 2 bad usage or no recording."})
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private ConversationOptions options = new ConversationOptions();

    @Option(names = "--to", required = true, paramLabel = "URL", order = 0, description = "The server, ws://… or wss://…; without a path it is asked for the recorded one.")
    private String to = "";

    @Option(names = "--ordered", order = 2, description = "Each message waits for what the server said before it; by default it comes as long after the first one as it did.")
    private boolean ordered;

    @Option(names = "--header", paramLabel = "NAME: VALUE", order = 7, description = "Sent with the upgrade, for example what the recording has masked; may be given more than once.")
    private List<String> headers = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, InterruptedException {
        Logging.setUp();
        try {
            Conversation script = options.conversation();
            Outcome outcome = new ReplayClient(new WebSocketDialer()).hold(script, target(script),
                    options.pace(ordered), options.sameness());
            CommandLines.say(spec, options.told(outcome));
            return outcome.same() ? ExitCode.FINE : ExitCode.FAILED;
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private DialTarget target(Conversation script) throws ConfigException {
        List<Header> sent = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw ConfigException.of("--header", header, "NAME: VALUE");
            }
            sent.add(new Header(header.substring(0, colon).strip(), header.substring(colon + 1).strip()));
        }
        try {
            return ReplayClient.target(to, script, sent, options.patience());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--to: " + to + ": " + e.getMessage());
        }
    }
}
