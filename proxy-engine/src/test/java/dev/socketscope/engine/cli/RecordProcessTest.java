package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that records, and ends as engines end. */
class RecordProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasWrittenSurvivesAKill() throws Exception {
        Path file = folder.resolve("r.sockets");
        try (Sandbox upstream = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                HttpClient http = HttpClient.newHttpClient();
                Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", "off", "--target",
                        upstream.uri().toString(), "--record", file.toString())) {
            URI listening = engine.address("listening on ");
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://" + listening.getAuthority() + "/echo"), new WebSocket.Listener() {})
                    .get();
            for (int i = 0; i < 100; i++) {
                socket.sendText("message " + i, true).get();
            }
            await().atMost(PATIENCE).until(() -> frames(file) >= 200);

            engine.kill();

            assertThat(frames(file)).isGreaterThanOrEqualTo(200);
            socket.abort();
        }
    }

    @Test
    void aFileThatIsThereEndsTheCommandWithTwo() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        try (Child engine = Child.run(Map.of(), "engine", "--listen", ":0", "--control", "off", "--target",
                "http://127.0.0.1:9", "--record", file.toString())) {
            assertThat(engine.exitCode()).isEqualTo(2);
            assertThat(String.join("\n", engine.err)).contains("--record", "mine.txt",
                    "expected a file that does not exist yet");
        }
        assertThat(file).hasContent("mine");
    }

    private static long frames(Path file) throws Exception {
        try (Recording recording = Recording.open(file);
                FrameView view = recording.frames(FrameQuery.ALL)) {
            return view.endRow() - view.firstRow();
        }
    }
}
