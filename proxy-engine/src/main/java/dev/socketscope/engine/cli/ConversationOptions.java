package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.IgnoredPath;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;
import dev.socketscope.engine.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands have in common that hold a recorded conversation again. */
final class ConversationOptions {
    private static final int MOST_NAMED = 10;

    @Parameters(paramLabel = "FILE", description = "The recording, or an HTTP archive (HAR) of a browser.")
    private Path file = Path.of("");

    @Option(names = "--connection", paramLabel = "ID", order = 1, description = "Whose conversation it is; may be left out when the recording has one connection.")
    private @Nullable String connection;

    @Option(names = "--speed", paramLabel = "TIMES", order = 3, defaultValue = "1", description = "So many times faster than it was, where the recorded times count.")
    private double speed = 1;

    @Option(names = "--wait", paramLabel = "TIME", order = 4, defaultValue = "5s", description = "How long a message of the other side is waited for, ${DEFAULT-VALUE} by default.")
    private String wait = "5s";

    @Option(names = "--ignore", paramLabel = "PATH", order = 5, description = "A place in JSON messages that is not compared, such as $.id, $.users[*].seen or $..at; may be given more than once.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--json", order = 6, description = "Tells what came of it as one JSON object a line.")
    private boolean json;

    Conversation conversation() throws ConfigException, IOException {
        try (Recording recording = Recordings.open(file)) {
            return Conversation.of(recording, chosen(recording));
        }
    }

    private Connection chosen(Recording recording) throws ConfigException {
        List<Connection> all = recording.connections();
        String id = connection;
        if (id == null && all.size() == 1) {
            return all.getFirst();
        }
        String expected = all.isEmpty() ? "a recording with a connection"
                : all.stream()
                        .limit(MOST_NAMED)
                        .map(each -> each.id() + " (" + each.path() + ")")
                        .collect(Collectors.joining(", ", "one of ", all.size() > MOST_NAMED ? ", …" : ""));
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ConfigException.of("--connection", id == null ? "" : id, expected));
    }

    Pace pace(boolean ordered) throws ConfigException {
        try {
            return new Pace(ordered, speed, patience());
        } catch (IllegalArgumentException _) {
            throw ConfigException.of("--speed", Double.toString(speed), "a number from 0.001 to 1000000");
        }
    }

    Duration patience() throws ConfigException {
        return Durations.parse(wait)
                .orElseThrow(() -> ConfigException.of("--wait", wait, "a duration such as 500ms, 5s or 2m"));
    }

    Sameness sameness() throws ConfigException {
        List<IgnoredPath> paths = new ArrayList<>();
        for (String path : ignored) {
            try {
                paths.add(IgnoredPath.parse(path));
            } catch (IllegalArgumentException e) {
                throw ConfigException.of("--ignore", path, String.valueOf(e.getMessage()).replace("expected ", ""));
            }
        }
        return new Sameness(paths);
    }

    String told(Outcome outcome) {
        return json ? outcome.json() : outcome.text();
    }
}
