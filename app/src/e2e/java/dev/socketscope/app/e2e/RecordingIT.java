package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.export.Export;
import dev.socketscope.engine.export.ExportFormat;
import dev.socketscope.engine.recording.Recorder;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What npm's {@code ws} says on both ends of an engine is recorded, and read by programs that are not ours. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Path folder = Places.emptyFolder("recording");
    private final Path file = folder.resolve("ws.sockets");

    @BeforeAll
    void record() throws Exception {
        try (Peer server = new Peer("recording");
                EngineUnderTest engine = new EngineUnderTest(server.url())) {
            LocalEngine local = (LocalEngine) engine.engine();
            try (Recorder recorder = Recorder.start(local, local.captured(), file, Recorder.Bounds.DEFAULT)) {
                Peer.check(engine.address(), "text");
                Peer.check(engine.address(), "fragments");
                Peer.check(engine.address(), "deflate");
                await().atMost(LIMIT)
                        .until(() -> local.connections().stream().noneMatch(connection -> connection.live()));
                await().atMost(LIMIT).until(() -> recorder.status().frames() == local.counters().framesCaptured());
            }
        }
    }

    @AfterAll
    void delete() throws Exception {
        Files.deleteIfExists(file);
    }

    @Test
    void sqliteReadsTheFrames() throws Exception {
        String rows = Places.output("sqlite3", file.toString(),
                "SELECT direction, opcode, fin, text FROM frames WHERE text LIKE 'Zw%' OR text = 'one ' ORDER BY seq");

        assertThat(rows.lines()).contains("to-upstream|text|1|Zwölf Boxkämpfer ✓ 𝄞",
                "to-client|text|1|Zwölf Boxkämpfer ✓ 𝄞", "to-upstream|text|0|one ");
    }

    @Test
    void tsharkDissectsEveryFrameAndFindsNothingAmiss() throws Exception {
        Path packets = folder.resolve("ws.pcapng");
        long frames;
        try (Recording recording = Recording.open(file);
                OutputStream out = Files.newOutputStream(packets)) {
            assertThat(Export.write(ExportFormat.PCAPNG, recording, FrameQuery.ALL, false, out)).isZero();
            frames = recording.counters().framesCaptured();
        }

        String dissected = Places.output("tshark", "-r", packets.toString(), "-Y", "websocket", "-T", "fields", "-e",
                "websocket.opcode");
        assertThat(dissected.lines().flatMap(line -> List.of(line.split(",")).stream())).hasSize((int) frames);
        assertThat(Places.output("tshark", "-r", packets.toString(), "-o", "tcp.check_checksum:TRUE", "-o",
                "ip.check_checksum:TRUE", "-Y",
                "_ws.malformed || tcp.analysis.flags || tcp.checksum.status == 0 || ip.checksum.status == 0"))
                .isBlank();
        assertThat(Places.output("tshark", "-r", packets.toString(), "-Y", "http.response.code == 101").lines())
                .hasSize(4);
    }

    @Test
    void openedWithoutADisplayItSaysWhatIsShownAndNoAddress() {
        try (Program window = new Program(folder, "recording-window",
                List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME=" + folder,
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                        "dev.socketscope.app.Main", "open", file.toString()))) {
            assertThat(window.awaitOutput("No display").output()).contains("It shows the recording " + file)
                    .doesNotContain("works at");
        }
    }
}
