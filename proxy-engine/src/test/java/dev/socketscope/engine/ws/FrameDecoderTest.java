package dev.socketscope.engine.ws;

import static dev.socketscope.engine.ws.Streams.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecoderTest {

    @Test
    void theExamplesOfTheRfcAreUnderstood() {
        assertThat(server("81 05 48656c6c6f")).containsExactly("0 text 81 - 5 48656c6c6f");
        assertThat(client("81 85 37fa213d 7f9f4d5158")).containsExactly("0 text 81 37fa213d 5 48656c6c6f");
        assertThat(server("01 03 48656c 80 02 6c6f")).containsExactly("0 text+ 01 - 3 48656c",
                "5 continuation 80 - 2 6c6f");
        assertThat(server("89 05 48656c6c6f")).containsExactly("0 ping 89 - 5 48656c6c6f");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"91 00, RESERVED_BITS", "a1 00, RESERVED_BITS", "c1 00, RESERVED_BITS", "83 00, RESERVED_OPCODE",
            "8b 00, RESERVED_OPCODE", "09 00, FRAGMENTED_CONTROL", "80 00, CONTINUATION_WITHOUT_START",
            "81 80 00000000, MASKED_FROM_SERVER", "81 7e 0000, LENGTH_NOT_MINIMAL",
            "81 7f 0000000000000000, LENGTH_NOT_MINIMAL", "88 01 03, CLOSE_OF_ONE_BYTE", "88 02 03ed, CLOSE_CODE",
            "88 02 0000, CLOSE_CODE", "88 03 03f7 21, CLOSE_CODE"})
    void aBrokenRuleIsNamedAndTheFrameStillTold(String stream, Violation expected) {
        List<String> told = server(stream);
        assertThat(told).hasSize(2).contains("0 !" + expected);
        assertThat(told.get(1)).startsWith("0 ").doesNotContain("!");
    }

    @Test
    void aClientMustMaskWithAnyKeyEvenZero() {
        assertThat(client("81 01 61")).contains("0 !UNMASKED_FROM_CLIENT");
        assertThat(client("81 81 00000000 61")).containsExactly("0 text 81 00000000 1 61");
    }

    @Test
    void aLongControlFrameIsReportedAndPassed() {
        assertThat(server("89 7e 007e" + "00".repeat(126) + "81 00")).startsWith("0 !CONTROL_TOO_LONG")
                .endsWith("130 text 81 - 0 ");
    }

    @Test
    void aMessageInsideAMessageIsReportedOnce() {
        assertThat(server("01 00 81 00 81 00")).containsExactly("0 text+ 01 - 0 ", "2 !MESSAGE_INSIDE_MESSAGE",
                "2 text 81 - 0 ", "4 text 81 - 0 ");
    }

    @Test
    void afterALengthWithItsTopBitSetNothingMoreIsTold() {
        FrameDecoder decoder = new FrameDecoder(false, false);
        RecordingSink sink = new RecordingSink();
        decoder.feed(ByteBuffer.wrap(hex("81 00 82 7f ffffffffffffffff 81 00")), sink);
        decoder.feed(ByteBuffer.wrap(hex("81 00")), sink);
        assertThat(sink.lines).containsExactly("0 text 81 - 0 ", "2 !LENGTH_TOP_BIT");
        assertThat(decoder.lost()).isTrue();
        assertThat(decoder.atFrameBoundary()).isFalse();
        assertThat(decoder.streamOffset()).isEqualTo(16);
    }

    @Test
    void rsv1MayStandOnlyOnTheFirstFrameOfAMessageAndOnlyWhenCompressionWasAgreed() {
        FrameDecoder decoder = new FrameDecoder(false, true);
        RecordingSink sink = new RecordingSink();
        decoder.feed(ByteBuffer.wrap(hex("c1 00 41 00 c0 00 c9 00 e1 00")), sink);
        assertThat(sink.lines).filteredOn(line -> line.contains("!"))
                .containsExactly("4 !RESERVED_BITS", "6 !RESERVED_BITS", "8 !RESERVED_BITS");
    }

    @Test
    void boundariesAndOpenMessagesAreKnownAtEveryByte() {
        FrameDecoder decoder = new FrameDecoder(false, false);
        StringBuilder seen = new StringBuilder();
        for (byte next : hex("01 01 61 89 00 80 01 62")) {
            decoder.feed(ByteBuffer.wrap(new byte[]{next}), new RecordingSink());
            seen.append(decoder.atFrameBoundary() ? 'B' : '.').append(decoder.insideMessage() ? 'm' : '.');
        }
        assertThat(seen).hasToString("...mBm.mBm.m.mB.");
    }

    private static List<String> server(String stream) {
        return decode(false, stream);
    }

    private static List<String> client(String stream) {
        return decode(true, stream);
    }

    private static List<String> decode(boolean fromClient, String stream) {
        RecordingSink sink = new RecordingSink();
        new FrameDecoder(fromClient, false).feed(ByteBuffer.wrap(hex(stream)), sink);
        return sink.lines;
    }
}
