package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.ws.FrameEncoder;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that refer to earlier ones (RFC 7692 §7.2.3.2) are readable although nothing of them is changed. */
class ContextTakeoverTest {
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    private byte[] compress(String text) {
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        int n;
        do {
            n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, n);
        } while (n > 0);
        return Arrays.copyOf(out.toByteArray(), out.size() - 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000_000})
    void everyMessageCanBeReadHoweverItArrives(int pieces) throws Exception {
        String offer = "Sec-WebSocket-Extensions: permessage-deflate";
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = Engines.start(Engines.LIMITS,
                        Route.toEverything("http://127.0.0.1:" + listening.getLocalPort())
                                .with(Route.Compression.TRANSPARENT));
                Raw client = Raw.connect(Engines.port(engine)).upgrade("/", offer);
                Raw upstream = Raw.accept(listening)) {
            assertThat(upstream.switchProtocols(offer)).contains(offer + "\r\n");
            assertThat(client.head()).contains(offer + "\r\n");
            String text = "the quick brown fox jumps over the lazy dog; ".repeat(20);
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (int i = 0; i < 5; i++) {
                byte[] payload = compress(i + text);
                int half = payload.length / 2;
                sent.write(FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.TEXT, false, true),
                        Arrays.copyOf(payload, half)));
                sent.write(FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.PING, true, false), new byte[]{1, 2}));
                sent.write(FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.CONTINUATION, true, false),
                        Arrays.copyOfRange(payload, half, payload.length)));
            }
            byte[] bytes = sent.toByteArray();
            for (int at = 0; at < bytes.length; at += pieces) {
                upstream.send(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieces)));
            }
            assertThat(client.read(bytes.length)).isEqualTo(bytes);
            await().until(() -> engine.counters().framesCaptured() == 15);
            try (FrameView view = engine.frames(FrameQuery.ALL)) {
                for (int i = 0; i < 5; i++) {
                    Frame first = Objects.requireNonNull(view.row(3L * i)).frame();
                    Payload message = engine.message(first.seq()).toCompletableFuture().get().orElseThrow();
                    assertThat(new String(message.bytes(), StandardCharsets.UTF_8)).isEqualTo(i + text);
                    assertThat(message.complete()).isTrue();
                }
                assertThat(Objects.requireNonNull(view.row(12)).frame().length()).isLessThan(30);
            }
        }
        deflater.end();
    }
}
