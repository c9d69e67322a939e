package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.MessageLog;
import dev.socketscope.engine.ws.Deflated;
import dev.socketscope.engine.ws.FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client that asked for marks gets of the messages that waited for it. */
class BufferedReplayTest {
    private static final int TEXT = 0x81;
    private static final int COMPRESSED_TEXT = 0xC1;

    private static byte[] replayed(byte[] wire) {
        return new BufferedReplay().toWire(new MessageLog.Message(7, 1_000, 1, wire));
    }

    private static byte[] deflated(String text) {
        return Deflated.alone(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String object(int filling) {
        return "{\"a\":\"" + "x".repeat(filling) + "\"}";
    }

    @Test
    void aCompressedObjectIsMarked() {
        byte[] marked = replayed(FrameEncoder.unmasked(COMPRESSED_TEXT, deflated(object(5))));
        JsonNode json = JsonMapper.shared().readTree(new WireMessage(Opcode.TEXT, marked).payload());
        assertThat(json.path("a").asString()).isEqualTo("xxxxx");
        assertThat(json.path("_buffered").asBoolean()).isTrue();
    }

    @Test
    void anObjectThatInflatesBeyondAMebibyteGoesUnchanged() {
        byte[] wire = FrameEncoder.unmasked(COMPRESSED_TEXT, deflated(object(2 << 20)));
        assertThat(replayed(wire)).isEqualTo(wire);
    }

    @Test
    void anObjectWhoseCompressedBytesStopTooEarlyGoesUnchanged() {
        byte[] whole = deflated(object(5));
        byte[] wire = FrameEncoder.unmasked(COMPRESSED_TEXT, Arrays.copyOf(whole, whole.length - 1));
        assertThat(replayed(wire)).isEqualTo(wire);
    }

    @Test
    void whatIsNoObjectGoesUnchanged() {
        byte[] wire = FrameEncoder.unmasked(TEXT, "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(replayed(wire)).isEqualTo(wire);
    }
}
