package dev.socketscope.engine.ws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Opcode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameEncoderTest {

    @Test
    void theExamplesOfTheRfcAreBuiltByteForByte() {
        byte[] hello = "Hello".getBytes(UTF_8);
        int text = FrameEncoder.firstByte(Opcode.TEXT, true, false);
        assertThat(FrameEncoder.unmasked(text, hello)).isEqualTo(Streams.hex("81 05 48656c6c6f"));
        assertThat(FrameEncoder.masked(text, 0x37fa213d, hello)).isEqualTo(Streams.hex("81 85 37fa213d 7f9f4d5158"));
        assertThat(hello).as("the payload given stays as it was").isEqualTo("Hello".getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"0, 00", "125, 7d", "126, 7e007e", "65535, 7effff", "65536, 7f0000000000010000"})
    void theLengthTakesTheFewestBytes(int length, String expected) {
        byte[] frame = FrameEncoder.unmasked(0x82, new byte[length]);
        assertThat(HexFormat.of().formatHex(frame, 1, frame.length - length)).isEqualTo(expected);
        assertThat(FrameEncoder.headerLength(length, false)).isEqualTo(frame.length - length);
        assertThat(FrameEncoder.headerLength(length, true)).isEqualTo(frame.length - length + 4);
    }

    @Test
    void aLengthBeyondMemoryCanStillBeWrittenAndTheBuffersOrderDoesNotMatter() {
        ByteBuffer out = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        FrameEncoder.header(out, 0x82, 1L << 40, true, 0x01020304);
        assertThat(out.array()).isEqualTo(Streams.hex("82 ff 0000010000000000 01020304"));
    }

    @Test
    void bitsAndOpcodesLandWhereTheRfcPutsThem() {
        assertThat(FrameEncoder.firstByte(Opcode.BINARY, false, true)).isEqualTo(0x42);
        assertThat(FrameEncoder.firstByte(Opcode.PONG, true, false)).isEqualTo(0x8A);
        assertThatThrownBy(() -> FrameEncoder.firstByte(Opcode.RESERVED, true, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongCloseReasonIsCutBetweenCharacters() {
        byte[] fits = FrameEncoder.closePayload(1000, "a".repeat(123));
        assertThat(fits).hasSize(125).startsWith(0x03, 0xE8);
        byte[] cut = FrameEncoder.closePayload(4001, "a".repeat(121) + "€€");
        assertThat(new String(cut, 2, cut.length - 2, UTF_8)).isEqualTo("a".repeat(121));
        byte[] emoji = FrameEncoder.closePayload(4001, "a".repeat(119) + "😀😀");
        assertThat(new String(emoji, 2, emoji.length - 2, UTF_8)).isEqualTo("a".repeat(119) + "😀");
    }
}
