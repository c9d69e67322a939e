package dev.socketscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.export.ConnectionMessages;
import dev.socketscope.engine.export.Export;
import dev.socketscope.engine.export.ExportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP archives of several programs, opened as recordings. */
class HarRecordingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** As Chrome 131 writes it, with what does not matter left out; the WebSocket stands between two other entries. */
    private static final String CHROME = """
            {"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"}, "pages": [], "entries": [
              {"_resourceType": "document", "request": {"method": "GET", "url": "https://app.example/", "headers": []},
               "response": {"status": 200, "content": {"size": 5, "text": "hello"}}, "startedDateTime": "2026-11-27T08:00:00.000Z",
               "time": 12.5, "timings": {"blocked": 1, "dns": -1, "wait": 10}},
              {"_initiator": {"type": "script", "stack": {"callFrames": []}}, "_priority": null, "_resourceType": "websocket",
               "_webSocketMessages": [
                 {"type": "send", "time": 1795766401.5, "opcode": 1, "data": "{\\"id\\":1}"},
                 {"type": "receive", "time": 1795766401.6254, "opcode": 2, "data": "AAH/"},
                 {"type": "receive", "time": 1795766402, "opcode": 1, "data": "grüße"}],
               "cache": {}, "connection": "417", "request": {"method": "GET", "url": "wss://user:pw@app.example/live?token=abc&room={7}",
                 "httpVersion": "HTTP/1.1", "headers": [{"name": "Cookie", "value": "sid=1"}, {"name": "Origin", "value": "https://app.example"}]},
               "response": {"status": 101, "statusText": "Switching Protocols", "headers": [{"name": "sec-websocket-protocol", "value": "chat"}],
                 "content": {"size": 0, "mimeType": "x-unknown"}}, "serverIPAddress": "203.0.113.7",
               "startedDateTime": "2026-11-27T08:00:01.250Z", "time": 250.5, "timings": {"blocked": -1, "dns": 3, "connect": 20.5, "send": 0, "wait": 7, "receive": 0}},
              {"_resourceType": "image", "request": {"url": "data:,x"}, "startedDateTime": "never"}]}}
            """;
    /** As HTTP Toolkit writes it. */
    private static final String TOOLKIT = """
            {"log": {"version": "1.2", "creator": {"name": "HTTP Toolkit", "version": "1.20.1"}, "entries": [
              {"startedDateTime": "2026-11-27T09:00:00.5+01:00", "time": 30, "_resourceType": "websocket", "request": {"url": "ws://localhost:8000/chat", "headers": []},
               "response": {"status": 101, "statusText": "Switching Protocols", "headers": []}, "timings": {"send": 0, "wait": 1, "receive": 0},
               "_webSocketMessages": [{"type": "receive", "opcode": 1, "data": "later", "time": 1795766403.25}],
               "_webSocketClose": {"code": 4001, "reason": "kicked", "timestamp": 1795766404}},
              {"startedDateTime": "2026-11-27T09:00:01+01:00", "time": -1, "_resourceType": "websocket", "request": {"url": "ws://localhost:8000/other", "headers": []},
               "response": {"status": 101, "headers": []},
               "_webSocketMessages": [{"type": "send", "opcode": 1, "data": "earlier", "time": 1795766402.25}, {"type": "send", "opcode": 1, "data": "last", "time": 1795766405}],
               "_webSocketClose": "aborted"}]}}
            """;
    @TempDir
    static Path folder;

    @Test
    void whatThisProgramExportsIsOpenedWithTheSameMessages() throws Exception {
        Path har = folder.resolve("round-trip.har");
        List<String> before;
        List<Connection> connections;
        try (EchoTunnel tunnel = new EchoTunnel()) {
            WebSocket socket = tunnel.connect("/echo?room=7&token=hidden");
            socket.sendText("frag", false).get();
            socket.sendText("mented ✓", true).get();
            socket.sendBinary(ByteBuffer.wrap(new byte[]{0, 1, (byte) 0xFF}), true).get();
            tunnel.connect("/echo?second").abort();
            socket.sendText("", true).get();
            socket.sendClose(4000, "done").get();
            await().atMost(PATIENCE).until(() -> tunnel.engine.connections().stream().noneMatch(Connection::live));
            before = messages(tunnel.engine);
            connections = tunnel.engine.connections();
            try (OutputStream out = Files.newOutputStream(har)) {
                Export.write(ExportFormat.HAR, tunnel.engine, FrameQuery.ALL, false, out);
            }
        }

        try (Recording recording = Recording.open(har)) {
            assertThat(messages(recording)).isEqualTo(before)
                    .anyMatch(line -> line.endsWith("66726167" + "6d656e746564"
                            + "20e29c93"));
            assertThat(recording.connections()).extracting(Connection::id, Connection::path, Connection::close)
                    .containsExactlyElementsOf(connections.stream()
                            .map(c -> tuple(c.id(), c.path(), c.close()))
                            .toList());
            assertThat(recording.connections().getFirst().query()).isEqualTo("room=7&token=••••••");
        }
    }

    @Test
    void anArchiveOfChromeIsAConnectionWithItsHandshakeAndMessages() throws Exception {
        try (Recording recording = Recording.open(file("chrome.har", CHROME))) {
            assertThat(recording.connections()).singleElement().satisfies(c -> {
                assertThat(c.path()).isEqualTo("/live");
                assertThat(c.host()).isEqualTo("app.example");
                assertThat(c.query()).isEqualTo("token=••••••&room={7}");
                assertThat(c.subprotocol()).isEqualTo("chat");
                assertThat(c.openedAt()).isEqualTo(Instant.parse("2026-11-27T08:00:01.250Z"));
                assertThat(c.closedAt()).isEqualTo(Instant.parse("2026-11-27T08:00:02Z"));
                assertThat(c.toClient().messages()).isEqualTo(2);
                assertThat(c.handshake().status()).isEqualTo(101);
                assertThat(c.handshake().totalMicros()).isEqualTo(30_500);
                assertThat(c.close()).extracting(CloseInfo::reason).asString().contains("does not say how it ended");
            });
            assertThat(messages(recording)).containsExactly("TO_UPSTREAM TEXT 1795766401500000 7b226964223a317d",
                    "TO_CLIENT BINARY 1795766401625400 0001ff", "TO_CLIENT TEXT 1795766402000000 6772c3bcc39f65");
            assertThat(recording.info().version()).isEqualTo("WebInspector 537.36");
            assertThat(recording.file()).hasFileName("chrome.har");
        }
    }

    @Test
    void messagesOfSeveralConnectionsStandInTheOrderOfTheirTimesAndCanBePlayed() throws Exception {
        try (Recording recording = Recording.open(file("toolkit.har", TOOLKIT))) {
            List<String> order = new ArrayList<>();
            try (var view = recording.frames(FrameQuery.ALL)) {
                await().atMost(PATIENCE).until(() -> view.endRow() == 3);
                for (long row = 0; row < 3; row++) {
                    order.add(Objects.requireNonNull(view.row(row)).preview());
                }
            }
            assertThat(order).containsExactly("earlier", "later", "last");
            assertThat(recording.connections().getFirst().close())
                    .extracting(CloseInfo::code, CloseInfo::reason)
                    .containsExactly(4001, "kicked");
            assertThat(recording.connections().getLast().close()).extracting(CloseInfo::reason)
                    .isEqualTo("the file says: aborted");
            recording.go(Instant.parse("2026-11-27T08:00:03Z"));
            assertThat(recording.connections()).extracting(Connection::state)
                    .containsExactly(Connection.State.OPEN, Connection.State.OPEN);
            assertThat(recording.counters().framesCaptured()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"log": {"entries": []}}                                        | log.entries: expected a WebSocket: an entry with _webSocketMessages, found none
            {"entries": []}                                                 | expected an object with log, as HTTP archives are, found none
            {"log": {"entries": {}}}                                        | log.entries: expected a list, found an object
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send"    | column 61, log.entries[0]._webSocketMessages[0]: expected JSON
            {"log": {"entries": [{"_webSocketMessages": [{"type": "sent"}   | log.entries[0]._webSocketMessages[0].type: expected send or receive, found another text
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send", "time": "now"}  | [0].time: expected seconds since 1970 as a number, found another text
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send", "time": 1795766401000}  | [0].time: expected seconds since 1970 as a number, found 1795766401000
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send", "time": 1, "opcode": 7}  | [0].opcode: expected 1 for text or 2 for binary, found 7
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send", "time": 1, "opcode": 2, "data": "A"}  | [0].data: expected a binary message in Base64, found another text
            {"log": {"entries": [{"_webSocketMessages": [{"type": "send", "time": 1, "data": 4}  | [0].data: expected the message as a text, found 4
            {"log": {"entries": [{"_webSocketMessages": [], "startedDateTime": "today"}  | log.entries[0].startedDateTime: expected a moment such as 2026-11-27T08:00:00.000Z, found another text
            {"log": {"entries": [{"_webSocketMessages": [], "startedDateTime": "2026-11-27T08:00:00Z", "request": {"url": "file:///x"}}  | log.entries[0].request.url: expected an address that begins with ws, wss, http or https, found another text
            """)
    void theMessageNamesThePlaceThatIsBroken(String text, String message) throws Exception {
        Path broken = file("broken.har", text);

        assertThatThrownBy(() -> Recording.open(broken)).isInstanceOf(IOException.class)
                .hasMessageContaining("broken.har cannot be opened as an HTTP archive: line 1")
                .hasMessageContaining(message.strip());
    }

    @Test
    void nothingStaysInTheFolderForTemporaryFilesWhenItIsClosed() throws Exception {
        Path har = file("left.har", TOOLKIT);

        try (Recording recording = Recording.open(har)) {
            assertThat(recording.connections()).hasSize(2);
            assertThat(madeOf("left.har")).hasSize(1);
        }

        assertThat(madeOf("left.har")).isEmpty();
        assertThat(Files.readString(har)).isEqualTo(TOOLKIT);
    }

    /** Recordings that have been made of an archive. */
    private static List<Path> madeOf(String archive) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(folder -> String.valueOf(folder.getFileName()).startsWith("socketscope"))
                    .map(folder -> folder.resolve(archive + ".sockets"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Of all connections, one after the other. */
    private static List<String> messages(Engine engine) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Connection connection : engine.connections()) {
            ConnectionMessages.each(engine, connection.id(), (last, content) -> lines.add(last.direction()
                    + " " + content.opcode() + " " + last.atMicros() + " "
                    + HexFormat.of().formatHex(content.bytes())));
        }
        return lines;
    }
}
