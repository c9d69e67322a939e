package dev.socketscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real traffic through a real engine, and what its recording tells afterwards. */
class RecorderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir
    private Path folder = Path.of("");
    private final EchoTunnel tunnel = new EchoTunnel();
    private final LocalEngine engine = tunnel.engine;

    @AfterEach
    void close() {
        tunnel.close();
    }

    private Path file() {
        return folder.resolve("deeper/session.sockets");
    }

    private Recorder start() throws IOException {
        return Recorder.start(engine, engine.captured(), file(), Recorder.Bounds.DEFAULT);
    }

    @Test
    void whatWasSeenIsToldAgain() throws Exception {
        List<Connection> connections;
        List<Event> events;
        List<RttPage.Sample> roundTrips;
        try (Recorder recorder = start()) {
            WebSocket socket = tunnel.connect("/echo?token=hidden");
            socket.sendText("hello", true).get();
            WebSocket cut = tunnel.connect("/echo");
            cut.sendText("cut me", true).get();
            await().atMost(PATIENCE).until(() -> engine.counters().framesCaptured() >= 4);
            String id = engine.connections().getLast().id();
            engine.submit(new Command.EndConnection(id, Command.EndConnection.Legs.BOTH,
                    Command.EndConnection.Mode.CLOSE, 4321,
                    "for the record")).toCompletableFuture().get();
            await().atMost(PATIENCE).until(() -> engine.connections().stream().anyMatch(c -> !c.live()));
            await().atMost(PATIENCE).until(() -> !engine.rtt(id(), Leg.CLIENT, 0).samples().isEmpty());
            await().atMost(PATIENCE).until(() -> recorder.status().frames() >= 4);
            engine.close();
            connections = engine.connections();
            events = engine.events(0, 1_000).events();
            roundTrips = engine.rtt(id(), Leg.CLIENT, 0).samples();
        }

        try (Recording recording = Recording.open(file())) {
            assertThat(recording.connections()).extracting(Connection::id, Connection::toUpstream, Connection::close)
                    .containsExactlyElementsOf(connections.stream()
                            .map(c -> tuple(c.id(), c.toUpstream(), c.close()))
                            .toList());
            assertThat(recording.events(0, 1_000).events()).hasSameSizeAs(events);
            assertThat(recording.rtt(id(), Leg.CLIENT, 0).samples()).isEqualTo(roundTrips);
            assertThat(recording.counters().totalConnections()).isEqualTo(2);
            assertThat(recording.submit(new Command.DisarmAll()).toCompletableFuture().get())
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).contains("cut me")
                .doesNotContain("secret-of-the-test", "hidden");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(folder.resolve("deeper").toFile().list()).containsExactly("session.sockets");
    }

    @Test
    void whoAsksForSecretsFindsThem() throws Exception {
        try (Recorder recorder = Recorder.start(engine, engine.captured(), file(), Recorder.Bounds.DEFAULT, true)) {
            tunnel.connect("/echo?token=hidden").sendText("hello", true).get();
            await().atMost(PATIENCE).until(() -> recorder.status().frames() > 0);
        }
        try (Recording recording = Recording.open(file())) {
            assertThat(recording.connections().getFirst().handshake().requestHeaders())
                    .anyMatch(header -> header.value().contains("secret-of-the-test"));
        }
    }

    private String id() {
        return engine.connections().getFirst().id();
    }

    @Test
    void anybodysSqliteReadsIt() throws Exception {
        try (Recorder recorder = start()) {
            tunnel.connect("/echo").sendText("plain to see", true).get();
            await().atMost(PATIENCE).until(() -> recorder.status().frames() >= 2);
            // Also while it is written.
            try (var database = DriverManager.getConnection("jdbc:sqlite:" + file());
                    var statement = database.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT direction, opcode, text, path FROM frames WHERE text IS NOT NULL ORDER BY seq")) {
                assertThat(row.next()).isTrue();
                assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .containsExactly("to-upstream", "text", "plain to see", "/echo");
            }
        }
    }

    @Test
    void aConnectionThatWasOpenToTheLastEndsWithTheRecording() throws Exception {
        try (Recorder recorder = start()) {
            tunnel.connect("/echo").sendText("open", true).get();
            await().atMost(PATIENCE).until(() -> recorder.status().frames() >= 2);
        }
        try (Recording recording = Recording.open(file())) {
            Connection connection = recording.connections().getFirst();
            assertThat(connection.live()).isFalse();
            assertThat(connection.close()).extracting(CloseInfo::reason)
                    .asString()
                    .isEqualTo("the recording ends here; the connection was open");
            assertThat(recording.counters().activeConnections()).isZero();
        }
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "somebody's work");

        assertThatThrownBy(this::start).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file()).hasContent("somebody's work");
    }

    @Test
    void whatIsNoRecordingIsRefusedWithItsName() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"),
                "not a database, and long enough to look at".repeat(9));
        Path other = folder.resolve("other.sqlite");
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE t(a)");
        }
        assertThatThrownBy(() -> Recording.open(text)).isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt cannot be opened as a recording");
        assertThatThrownBy(() -> Recording.open(other)).hasMessageContaining("not a recording of Socketscope");
        assertThatThrownBy(() -> Recording.open(folder.resolve("nowhere"))).hasMessageContaining("no such file");
    }

    @Test
    void aFullFileIsFollowedByTheNextAndTheOldestGo() throws Exception {
        FrameLog log = new FrameLog(64 << 20, 1 << 20, number -> "ws_" + number);
        ByteBuffer payload = ByteBuffer.allocate(256 << 10);
        try (Recorder recorder = Recorder.start(engine, log, file(), new Recorder.Bounds(1 << 20, 2))) {
            for (int file = 1; file <= 3; file++) {
                int begun = file;
                for (int i = 0; i < 8; i++) {
                    log.append(1, Direction.TO_CLIENT, 1, 0x82, false, 0, payload.remaining(), payload.duplicate(),
                            FrameLog.ITSELF, 0);
                }
                await().atMost(PATIENCE).until(() -> recorder.status().frames() >= 8 * begun);
            }
            await().atMost(PATIENCE).until(() -> !recorder.status().file().equals(file()));
        }
        String[] left = folder.resolve("deeper").toFile().list();
        assertThat(left).hasSize(2).doesNotContain("session.sockets");
    }

    @Test
    void whatTheCaptureDroppedBeforeItCouldBeWrittenIsCounted() throws Exception {
        FrameLog log = new FrameLog(4096, 100, number -> "ws_" + number);
        ByteBuffer payload = ByteBuffer.allocate(100);
        try (Recorder recorder = Recorder.start(engine, log, file(), Recorder.Bounds.DEFAULT)) {
            for (int i = 0; i < 10_000; i++) {
                log.append(1, Direction.TO_CLIENT, i, 0x82, false, 0, 100, payload.duplicate(), FrameLog.ITSELF, 0);
            }
            await().atMost(PATIENCE)
                    .until(() -> recorder.status().frames() + recorder.status().missed() == 10_000);
            assertThat(recorder.status().missed()).isPositive();
        }
        try (Recording recording = Recording.open(file());
                FrameView view = recording.frames(FrameQuery.ALL)) {
            assertThat(view.endRow()).isEqualTo(10_000);
        }
    }
}
