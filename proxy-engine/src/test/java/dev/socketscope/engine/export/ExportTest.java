package dev.socketscope.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.recording.EchoTunnel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real traffic in the formats of other tools. */
class ExportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final EchoTunnel tunnel = new EchoTunnel();

    @BeforeEach
    void talk() throws Exception {
        WebSocket socket = tunnel.connect("/echo?token=hidden&room=7");
        socket.sendText("frag", false).get();
        socket.sendText("mented", true).get();
        socket.sendBinary(ByteBuffer.wrap(new byte[]{0, 1, (byte) 0xFF}), true).get();
        socket.sendClose(1000, "done").get();
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().stream().noneMatch(c -> c.live()));
        tunnel.connect("/echo").sendText("another", true).get();
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().getLast().toClient().messages() == 1);
    }

    @AfterEach
    void close() {
        tunnel.close();
    }

    private byte[] export(ExportFormat format, String... connections) throws Exception {
        return export(format, new FrameQuery(Set.of(connections), ""));
    }

    private byte[] export(ExportFormat format, FrameQuery query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Export.write(format, tunnel.engine, query, false, out)).isZero();
        return out.toByteArray();
    }

    private String first() {
        return tunnel.engine.connections().getFirst().id();
    }

    @Test
    void aHarHasEveryConnectionWithItsWholeMessages() throws Exception {
        byte[] bytes = export(ExportFormat.HAR);

        JsonNode entries = JSON.readTree(bytes).path("log").path("entries");
        assertThat(entries).hasSize(2);
        JsonNode entry = entries.get(0);
        assertThat(entry.path("_resourceType").asString()).isEqualTo("websocket");
        assertThat(entry.path("response").path("status").asInt()).isEqualTo(101);
        assertThat(entry.path("request").path("queryString").get(1).path("value").asString()).isEqualTo("7");
        JsonNode messages = entry.path("_webSocketMessages");
        assertThat(messages.get(0).path("type").asString()).isEqualTo("send");
        assertThat(messages.get(0).path("data").asString()).isEqualTo("fragmented");
        assertThat(messages.get(0).path("opcode").asInt()).isEqualTo(1);
        assertThat(messages.get(0).path("time").asDouble())
                .isCloseTo(System.currentTimeMillis() / 1000.0, offset(120.0));
        List<String> binary = new ArrayList<>();
        messages.forEach(message -> {
            if (message.path("opcode").asInt() == 2) {
                binary.add(message.path("type").asString() + " " + message.path("data").asString());
            }
        });
        assertThat(binary).contains("send AAH/");
        assertNoSecrets(bytes);
    }

    @ParameterizedTest
    @EnumSource(names = {"HAR", "JSONL", "PCAPNG", "HTML"})
    void whoAsksForSecretsGetsThem(ExportFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Export.write(format, tunnel.engine, FrameQuery.ALL, true, out);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("hidden", "secret-of-the-test");
    }

    @Test
    void jsonLinesHoldConnectionsAndThenFramesInOrder() throws Exception {
        byte[] bytes = export(ExportFormat.JSONL, first());

        List<JsonNode> lines = new String(bytes, StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        assertThat(lines.getFirst().path("connection").path("id").asString()).isEqualTo(first());
        List<JsonNode> frames = lines.stream().skip(1).map(line -> line.path("frame")).toList();
        assertThat(frames).isNotEmpty().allMatch(frame -> frame.path("connection").asString().equals(first()));
        assertThat(frames).extracting(frame -> frame.path("seq").asLong()).isSorted();
        assertThat(frames.getFirst().path("text").asString()).isEqualTo("frag");
        assertNoSecrets(bytes);
    }

    @Test
    void packetsAreWholeBlocksWithRightChecksums() throws Exception {
        ByteBuffer blocks = ByteBuffer.wrap(export(ExportFormat.PCAPNG)).order(ByteOrder.LITTLE_ENDIAN);

        List<Integer> types = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (blocks.hasRemaining()) {
            int from = blocks.position();
            int type = blocks.getInt();
            int length = blocks.getInt();
            assertThat(blocks.getInt(from + length - 4)).isEqualTo(length);
            if (type == 6) {
                byte[] packet = new byte[blocks.getInt(from + 20)];
                blocks.get(from + 28, packet);
                assertThat(sum(packet, 0, 20, 0)).isEqualTo(0xFFFF);
                assertThat(sum(packet, 20, packet.length - 20, sum(packet, 12, 8, 6 + packet.length - 20)))
                        .isEqualTo(0xFFFF);
                text.append(new String(packet, StandardCharsets.ISO_8859_1));
            }
            types.add(type);
            blocks.position(from + length);
        }
        assertThat(types.subList(0, 2)).containsExactly(0x0A0D0D0A, 1);
        assertThat(types).filteredOn(type -> type == 6).hasSizeGreaterThan(10);
        assertThat(text).contains("GET /echo", "HTTP/1.1 101", "frag", "mented", "another");
        assertThat(text.toString()).doesNotContain("secret-of-the-test", "hidden");
    }

    @Test
    void aTableHasARowForEachFrame() throws Exception {
        List<String> lines = new String(export(ExportFormat.CSV, first()), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.getFirst()).isEqualTo("frame,time,connection,direction,opcode,fin,rsv1,length,inProxyMicros,"
                + "injected,closeCode,preview");
        assertThat(lines.get(1))
                .matches("\\d+,20[0-9T:.-]+Z," + first() + ",to-upstream,text,false,false,4,\\d*,false,,frag");
        assertThat(lines).anyMatch(line -> line.contains(",binary,true,") && line.endsWith(",00 01 ff"))
                .anyMatch(line -> line.contains(",to-upstream,close,true,false,6,")
                        && line.endsWith(",1000,1000 done"));
    }

    @Test
    void onlyFramesThatTheFilterLetsPassAreWritten() throws Exception {
        FrameQuery binary = new FrameQuery(Set.of(), "op:binary dir:up");

        assertThat(new String(export(ExportFormat.CSV, binary), StandardCharsets.UTF_8).lines().skip(1)).hasSize(1)
                .allMatch(line -> line.contains(",binary,"));
    }

    @Test
    void everyWholeMessageIsAFile() throws Exception {
        tunnel.connect("/echo").sendText("{\"kind\": \"json\"}", true).get();
        await().atMost(PATIENCE).until(() -> tunnel.engine.connections().getLast().toUpstream().messages() == 1);
        String last = tunnel.engine.connections().getLast().id();
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export(ExportFormat.ZIP)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }

        assertThat(files.get(first() + "/0001-to-upstream.txt")).asString().isEqualTo("fragmented");
        assertThat(files).containsKey(last + "/0001-to-upstream.json");
        assertThat(files.entrySet())
                .anyMatch(file -> file.getKey().matches(first() + "/000\\d-to-upstream\\.bin")
                        && Arrays.equals(file.getValue(), new byte[]{0, 1, (byte) 0xFF}));
    }

    /** One's complement sum of 16-bit words (RFC 1071). */
    private static int sum(byte[] bytes, int from, int length, int more) {
        long sum = more;
        for (int i = 0; i < length; i++) {
            sum += (bytes[from + i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) sum;
    }

    private static void assertNoSecrets(byte[] bytes) {
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("secret-of-the-test", "hidden");
    }
}
