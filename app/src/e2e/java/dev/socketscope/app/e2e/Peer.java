package dev.socketscope.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The upstream {@code peer.mjs}, and its counterpart {@code ws-client.mjs}. */
final class Peer implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("ready on (http://\\S+)/");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Program program;

    Peer(String name) {
        program = new Program(Places.node(), name + "-peer", List.of(Places.program("node"), "peer.mjs"));
        program.awaitOutput(URL.pattern());
    }

    /** For example {@code http://127.0.0.1:40001}. */
    String url() {
        Matcher matcher = URL.matcher(program.output());
        if (!matcher.find()) {
            throw new IllegalStateException(program.output());
        }
        return matcher.group(1);
    }

    /** Runs one of the client's checks. @return what the client found @throws AssertionError with its output when it failed */
    static JsonNode check(String address, String check, String... arguments) throws InterruptedException {
        try (Program client = start(address, check, arguments)) {
            if (client.awaitEnd(LIMIT) != 0) {
                throw new AssertionError(client.output());
            }
            return new JsonMapper().readTree(client.output());
        }
    }

    /** Starts one of the client's checks. */
    static Program start(String address, String check, String... arguments) {
        List<String> command = Stream.concat(
                Stream.of(Places.program("node"), "ws-client.mjs", "ws://" + address, check), Stream.of(arguments))
                .toList();
        return new Program(Places.node(), "ws-client-" + check, command);
    }

    @Override
    public void close() {
        program.close();
    }
}
