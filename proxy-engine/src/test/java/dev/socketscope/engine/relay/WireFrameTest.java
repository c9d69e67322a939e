package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFrameTest {
    private static final int HEADER = 6;
    private static final int TEXT = 0x81;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7F_00_00_00, 0x80_00_00_01, 0xFF_FF_FF_FF, 0x12_34_56_78})
    void theFirstByteIsThatOfTheWholePayload(int key) {
        for (String text : new String[]{"{\"type\":\"hot\"}", "[1]", "Grüße", "ünder"}) {
            WireFrame frame = masked(text, key);

            assertThat((byte) frame.firstOfPayload()).isEqualTo(frame.payload()[0]);
        }
    }

    @Test
    void whatIsEmptyHasNone() {
        assertThat(masked("", 0x12_34_56_78).firstOfPayload()).isZero();
    }

    /** As RFC 6455 §5.3 has it: byte by byte with the key's bytes by turns. */
    private static WireFrame masked(String text, int key) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf bytes = Unpooled.buffer().writeByte(TEXT).writeByte(0x80 | payload.length).writeInt(key);
        for (int i = 0; i < payload.length; i++) {
            bytes.writeByte(payload[i] ^ key >>> 8 * (3 - i % 4));
        }
        return new WireFrame(bytes, TEXT, HEADER, key);
    }
}
