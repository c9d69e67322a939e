package dev.socketscope.engine.ws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.ws.Inflation.Ending;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PerMessageDeflateTest {
    private static final int LIMIT = 1 << 20;

    private final PerMessageDeflate deflate = new PerMessageDeflate();

    @AfterEach
    void close() {
        deflate.close();
    }

    @Test
    void theExamplesOfTheRfcAreInflated() {
        for (String hello : new String[]{"f248cdc9c90700", "000500faff48656c6c6f00", "f348cdc9c9070000",
                "f248050000 00ffffcac9c90700"}) {
            Inflation inflation = deflate.inflate(Streams.hex(hello), LIMIT);
            assertThat(inflation.bytes()).as(hello).asString(UTF_8).isEqualTo("Hello");
            assertThat(inflation.ending()).as(hello).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void messagesOfEverySizeComeBackWhole() {
        for (int size : new int[]{0, 1, 5, 511, 512, 513, 65_536, 300_000}) {
            byte[] message = repetitive(size);
            Inflation inflation = deflate.inflate(Deflated.alone(message), LIMIT);
            assertThat(inflation.bytes()).isEqualTo(message);
            assertThat(inflation.complete()).isTrue();
        }
    }

    @Test
    void aBombStopsAtTheLimitAndSaysSo() {
        byte[] bomb = Deflated.alone(new byte[50 << 20]);
        assertThat(bomb).hasSizeLessThan(100_000);
        Inflation inflation = deflate.inflate(bomb, 10_000);
        assertThat(inflation.bytes()).hasSize(10_000);
        assertThat(inflation.ending()).isEqualTo(Ending.LIMIT);
    }

    @Test
    void aMessageOfExactlyTheLimitIsComplete() {
        assertThat(deflate.inflate(Deflated.alone(repetitive(1000)), 1000).ending()).isEqualTo(Ending.COMPLETE);
        assertThat(deflate.inflate(Deflated.alone(repetitive(1001)), 1000).ending()).isEqualTo(Ending.LIMIT);
    }

    @Test
    void aCaptureCutAnywhereGivesARightBeginningAndNeverCallsItselfWhole() {
        String message = new String(repetitive(2000), UTF_8);
        byte[] data = Deflated.alone(message.getBytes(UTF_8));
        for (int length = 0; length < data.length; length++) {
            Inflation told = deflate.inflate(data, length, false, LIMIT);
            assertThat(told.ending()).isEqualTo(Ending.TRUNCATED);
            assertThat(message).as("cut at %d", length).startsWith(new String(told.bytes(), UTF_8));
            Inflation untold = deflate.inflate(Arrays.copyOf(data, length), LIMIT);
            assertThat(untold.complete()).as("cut at %d", length).isFalse();
            assertThat(message).startsWith(new String(untold.bytes(), UTF_8));
        }
    }

    @Test
    void garbageIsCalledInvalid() {
        Inflation inflation = deflate.inflate(Streams.hex("ffffffffffff"), LIMIT);
        assertThat(inflation.ending()).isEqualTo(Ending.INVALID);
        assertThat(inflation.ending().note()).contains("invalid");
    }

    @Test
    void aMessageThatRefersToAnEarlierOneIsNotMistakenForAWholeOne() {
        Deflated peer = new Deflated();
        byte[] message = repetitive(300);
        peer.next(message);
        assertThat(deflate.inflate(peer.next(message), LIMIT).complete()).isFalse();
    }

    @Test
    void aFinalBlockEndsAMessageToo() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput("final".getBytes(UTF_8));
        deflater.finish();
        byte[] out = new byte[100];
        int size = deflater.deflate(out);
        Inflation inflation = deflate.inflate(Arrays.copyOf(out, size + 1), LIMIT);
        assertThat(inflation.bytes()).asString(UTF_8).isEqualTo("final");
        assertThat(inflation.complete()).isTrue();
    }

    private static byte[] repetitive(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append("{\"n\":").append(i * 7919 % 1000).append("},");
        }
        return text.substring(0, size).getBytes(UTF_8);
    }
}
