package dev.socketscope.engine.ws;

import static dev.socketscope.engine.ws.Streams.hex;
import static dev.socketscope.engine.ws.Streams.join;
import static dev.socketscope.engine.ws.Streams.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same stream must be told the same way however the network cuts it. */
class FrameDecoderSplitTest {

    static Stream<Arguments> streams() {
        byte[] small = random(5, 1);
        return Stream.of(Arguments.of("every short form, unmasked", false,
                join(FrameEncoder.unmasked(0x81, small), FrameEncoder.unmasked(0x82, new byte[0]),
                        FrameEncoder.unmasked(0x82, random(125, 2)), FrameEncoder.unmasked(0x82, random(126, 3)))),
                Arguments.of("masked", true,
                        join(FrameEncoder.masked(0x81, 0x01020304, small), FrameEncoder.masked(0x82, 0, small),
                                FrameEncoder.masked(0x82, 0xFFEEDDCC, random(130, 4)),
                                FrameEncoder.masked(0x89, 7, new byte[0]))),
                Arguments.of("fragments with controls between", true,
                        join(FrameEncoder.masked(0x01, 5, small), FrameEncoder.masked(0x89, 6, small),
                                FrameEncoder.masked(0x00, 7, new byte[0]), FrameEncoder.masked(0x8A, 8, small),
                                FrameEncoder.masked(0x80, 9, small),
                                FrameEncoder.masked(0x88, 10, FrameEncoder.closePayload(1000, "bye")))),
                Arguments.of("violations", false,
                        join(hex("c1 01 61"), hex("83 00"), hex("09 00"), hex("80 00"), hex("01 00 81 00"),
                                hex("82 81 01020304 00"), hex("82 7e 0001 61"), hex("88 01 03"), hex("88 02 03ee"),
                                hex("89 7e 0080"), random(128, 5), hex("82 7f 000000000000007f"), random(127, 6))),
                Arguments.of("lost in the middle", false,
                        join(hex("81 02 6869"), hex("82 7f 8000000000000001"), small)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void everyPairOfSplitPointsTellsTheSameStory(String name, boolean fromClient, byte[] stream) {
        List<String> whole = decode(fromClient, stream, stream.length, stream.length, false);
        assertThat(whole).isNotEmpty();
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                List<String> split = decode(fromClient, stream, first, second, (first & 1) == 0);
                if (!split.equals(whole)) {
                    assertThat(split).as("split at %d and %d", first, second).isEqualTo(whole);
                }
            }
        }
    }

    static Stream<Arguments> longStreams() {
        return Stream.of(125, 126, 65_535, 65_536, 70_000)
                .flatMap(n -> Stream.of(Arguments.of(n, true), Arguments.of(n, false)));
    }

    @ParameterizedTest(name = "{0} bytes, from client: {1}")
    @MethodSource("longStreams")
    void longPayloadsSurviveSplitsInTheirHeaderAndAtTheirEnd(int length, boolean fromClient) {
        byte[] frame = fromClient
                ? FrameEncoder.masked(0x82, 0x89ABCDEF, random(length, length))
                : FrameEncoder.unmasked(0x82, random(length, length));
        byte[] stream = join(frame, frame);
        List<String> whole = decode(fromClient, stream, stream.length, stream.length, false);
        assertThat(whole).hasSize(2);
        for (int around : new int[]{0, frame.length, stream.length - 1}) {
            for (int at = Math.max(0, around - 16); at <= Math.min(stream.length, around + 16); at++) {
                assertThat(decode(fromClient, stream, at, Math.min(stream.length, at + 3), true)).isEqualTo(whole);
            }
        }
    }

    private static List<String> decode(boolean fromClient, byte[] stream, int first, int second, boolean direct) {
        FrameDecoder decoder = new FrameDecoder(fromClient, false);
        RecordingSink sink = new RecordingSink();
        feed(decoder, sink, stream, 0, first, direct);
        feed(decoder, sink, stream, first, second, !direct);
        feed(decoder, sink, stream, second, stream.length, direct);
        assertThat(decoder.streamOffset()).isEqualTo(stream.length);
        return sink.lines;
    }

    private static void feed(FrameDecoder decoder, RecordingSink sink, byte[] stream, int from, int to,
            boolean direct) {
        ByteBuffer part = direct
                ? ByteBuffer.allocateDirect(to - from).put(stream, from, to - from).flip()
                : ByteBuffer.wrap(stream, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        decoder.feed(part, sink);
        assertThat(part.hasRemaining()).isFalse();
    }
}
