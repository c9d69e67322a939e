package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The recorded client of one command against the recorded server of the other. */
class ConversationCommandsTest {
    private static final String ARCHIVE = """
            {"log": {"entries": [{"startedDateTime": "2026-11-27T08:00:00Z", "time": 9,
              "request": {"url": "ws://localhost/chat", "headers": []}, "response": {"status": 101, "headers": []},
              "_webSocketMessages": [
                {"type": "send", "time": 1795766401, "opcode": 1, "data": "hello"},
                {"type": "receive", "time": 1795766402, "opcode": 1, "data": "{\\"id\\":%d}"}]}]}}
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir
    private Path folder = Path.of("");
    private String archive = "";
    private String later = "";

    /** One run of a command. */
    private static final class Ran {
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final CompletableFuture<Integer> code;

        Ran(String... arguments) {
            CommandLine line = HeadlessMain.commandLine();
            line.setOut(new PrintWriter(out));
            line.setErr(new PrintWriter(err));
            code = CompletableFuture.supplyAsync(() -> line.execute(arguments), Thread::startVirtualThread);
        }
    }

    @BeforeEach
    void write() throws IOException {
        archive = Files.writeString(folder.resolve("chat.har"), ARCHIVE.formatted(1)).toString();
        later = Files.writeString(folder.resolve("later.har"), ARCHIVE.formatted(2)).toString();
    }

    private static String url(Ran mock) {
        await().atMost(PATIENCE).until(() -> mock.out.toString().contains("mock on ws://"));
        return mock.out.toString().replaceAll("(?s).*mock on (ws://[^/\\s]+).*", "$1");
    }

    @Test
    void theSameConversationEndsBothWithZero() {
        Ran mock = new Ran("mock", archive);
        Ran replay = new Ran("replay", archive, "--to", url(mock), "--ordered");

        assertThat(replay.code.join()).as(replay.out + " " + replay.err).isEqualTo(ExitCode.FINE);
        assertThat(replay.out.toString()).contains("the same (said 1 of 1, the server said 1, recorded 1)");
        assertThat(mock.code.join()).as(mock.out + " " + mock.err).isEqualTo(ExitCode.FINE);
    }

    @Test
    void whatTheServerSaysOtherwiseIsNamedUnlessItIsIgnored() {
        Ran replay = new Ran("replay", archive, "--to", url(new Ran("mock", later)), "--ordered");
        assertThat(replay.code.join()).isEqualTo(ExitCode.FAILED);
        assertThat(replay.out.toString()).contains("1 difference", "changed #1", "$.id: 1 → 2");
        Ran ignoring = new Ran("replay", archive, "--to", url(new Ran("mock", later)), "--ordered", "--ignore", "$.id",
                "--json");
        assertThat(ignoring.code.join()).isEqualTo(ExitCode.FINE);
        assertThat(ignoring.out.toString()).contains("\"same\":true");
    }

    @Test
    void whatCannotBeIsSaidInOneLine() {
        Ran nobody = new Ran("replay", archive, "--to", "ws://127.0.0.1:1");
        assertThat(nobody.code.join()).isEqualTo(ExitCode.FAILED);
        assertThat(nobody.err.toString().lines()).containsExactly(
                "ws://127.0.0.1:1/chat cannot be reached: Connection refused");
        Ran path = new Ran("replay", archive, "--to", "ws://127.0.0.1:1", "--ignore", "id");
        assertThat(path.code.join()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(path.err.toString()).contains("--ignore: got \"id\", expected a path such as $.id");
    }
}
