package dev.socketscope.engine.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private final Gathered gathered = new Gathered(UnpooledByteBufAllocator.DEFAULT);

    private String take() {
        ByteBuf all = Objects.requireNonNull(gathered.take());
        try {
            return all.toString(US_ASCII);
        } finally {
            all.release();
        }
    }

    @Test
    void piecesLeaveInTheirOrderAndOnce() {
        gathered.add("one ".getBytes(US_ASCII));
        ByteBuf piece = Unpooled.copiedBuffer("two ", US_ASCII);
        gathered.add(piece);
        gathered.add("three".getBytes(US_ASCII));
        assertThat(piece.refCnt()).isZero();
        assertThat(gathered.size()).isEqualTo(13);
        assertThat(take()).isEqualTo("one two three");
        assertThat(gathered.take()).isNull();
        assertThat(gathered.size()).isZero();
    }

    @Test
    void thereIsRoomForEightOfTheLongest() {
        byte[] longest = new byte[4096];
        assertThat(Gathered.isShort(longest.length)).isTrue();
        assertThat(Gathered.isShort(longest.length + 1)).isFalse();
        int pieces = 0;
        while (!gathered.isFullFor(longest.length)) {
            gathered.add(longest);
            pieces++;
        }
        assertThat(pieces).isEqualTo(8);
        assertThat(take()).hasSize(8 * longest.length);
        assertThat(gathered.isFullFor(longest.length)).isFalse();
    }
}
