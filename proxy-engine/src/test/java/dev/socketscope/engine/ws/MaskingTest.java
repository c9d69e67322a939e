package dev.socketscope.engine.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final int KEY = 0x1F2E3D4C;

    @Test
    void everyPositionAndLengthAgreesWithTheRfcsFormula() {
        byte[] plain = Streams.random(64, 11);
        for (int position = 0; position < 9; position++) {
            for (int length = 0; length <= 40; length++) {
                byte[] masked = plain.clone();
                Masking.apply(KEY, position, masked, 3, length);
                byte[] expected = plain.clone();
                for (int i = 0; i < length; i++) {
                    expected[3 + i] ^= (byte) (KEY >>> 24 - 8 * ((position + i) % 4));
                }
                assertThat(masked).as("position %d, length %d", position, length).isEqualTo(expected);
            }
        }
    }

    @Test
    void aPayloadMaskedInPiecesIsTheSameAsInOne() {
        byte[] whole = Streams.random(1000, 12);
        byte[] pieces = whole.clone();
        Masking.apply(KEY, 0, whole, 0, whole.length);
        for (int at = 0; at < pieces.length; at += 7) {
            Masking.apply(KEY, at, pieces, at, Math.min(7, pieces.length - at));
        }
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void copyingLeavesTheSourceAloneAndUsesItUp() {
        byte[] masked = Streams.hex("7f9f4d5158");
        ByteBuffer source = ByteBuffer.allocateDirect(5).put(masked).flip();
        byte[] out = new byte[7];
        Masking.copy(0x37fa213d, 0, source, out, 1);
        assertThat(out).isEqualTo(Streams.hex("00 48656c6c6f 00"));
        assertThat(source.hasRemaining()).isFalse();
        byte[] after = new byte[5];
        source.get(0, after);
        assertThat(after).isEqualTo(masked);
    }

    @Test
    void positionsBeyondTwoGigabytesKeepTheKeysPhase() {
        byte[] far = {0, 0, 0, 0, 0};
        Masking.apply(KEY, (1L << 40) + 3, far, 0, 5);
        assertThat(far).isEqualTo(Streams.hex("4c 1f 2e 3d 4c"));
    }
}
