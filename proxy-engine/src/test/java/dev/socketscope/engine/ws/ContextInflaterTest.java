package dev.socketscope.engine.ws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextInflaterTest {
    private static final int KEY = 0xA1B2C3D4;

    private final Deflated peer = new Deflated();
    private final ContextInflater inflater = new ContextInflater(1 << 20);

    @AfterEach
    void close() {
        inflater.close();
    }

    @Test
    void messagesThatReferToEarlierOnesAreInflatedInAnyPieces() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] message = ("{\"type\":\"update\",\"n\":" + i + "}").repeat(1 + random.nextInt(20)).getBytes(UTF_8);
            assertThat(inflate(peer.next(message), 100_000, 1 + random.nextInt(300))).isEqualTo(message);
        }
        assertThat(inflater.takeCut()).isFalse();
    }

    @Test
    void whatFindsNoRoomIsThrownAwayButTheContextStaysRight() {
        byte[] big = Streams.random(50_000, 8);
        assertThat(inflate(peer.next(big), 100, 1000)).isEqualTo(Arrays.copyOf(big, 100));
        assertThat(inflater.takeCut()).isTrue();
        assertThat(inflater.takeCut()).isFalse();
        byte[] tail = Arrays.copyOfRange(big, 40_000, 50_000);
        byte[] referring = peer.next(tail);
        assertThat(referring).hasSizeLessThan(1000);
        assertThat(inflate(referring, 100_000, 1000)).isEqualTo(tail);
    }

    @Test
    void aBombEndsTheInflatingForGood() {
        assertThat(inflate(peer.next(new byte[3 << 20]), 1000, 100)).hasSize(1000);
        assertThat(inflater.lost()).isTrue();
        assertThat(inflate(peer.next("after".getBytes(UTF_8)), 1000, 100)).isEmpty();
    }

    @Test
    void invalidDataEndsItToo() {
        inflate(Streams.hex("ffffffffffff"), 100, 100);
        assertThat(inflater.lost()).isTrue();
    }

    private byte[] inflate(byte[] compressed, int room, int pieces) {
        ByteBuffer out = ByteBuffer.allocate(room);
        byte[] masked = compressed.clone();
        Masking.apply(KEY, 0, masked, 0, masked.length);
        for (int at = 0; at < masked.length; at += pieces) {
            inflater.feed(KEY, at, ByteBuffer.wrap(masked, at, Math.min(pieces, masked.length - at)), out);
        }
        inflater.endOfMessage(out);
        return Arrays.copyOf(out.array(), out.position());
    }
}
