package dev.socketscope.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames that are written down together are those that are written down one by one. */
class FrameBatchTest {
    private static final int MAX_PAYLOAD = 900;
    private final FrameLog together = log();
    private final FrameLog single = log();
    private final FrameBatch batch = new FrameBatch();
    private final Random random = new Random(7);

    private static FrameLog log() {
        return new FrameLog(64 << 10, MAX_PAYLOAD, number -> "ws_" + number);
    }

    @Test
    void whatIsReadBackIsTheSame() {
        for (int read = 0; read < 500; read++) {
            int count = 1 + random.nextInt(40);
            ByteBuffer bytes = ByteBuffer.allocate(100_000);
            random.nextBytes(bytes.array());
            int from = 0;
            for (int i = 0; i < count; i++) {
                boolean masked = random.nextBoolean();
                int key = masked ? random.nextInt() : 0;
                int length = random.nextInt(5) == 0 ? 0 : random.nextInt(1_200);
                int firstByte = 0x80 | random.nextInt(3);
                batch.add(firstByte, masked, key, bytes, from, length, FrameLog.ITSELF);
                single.append(3, Direction.TO_CLIENT, read, firstByte, masked, key, length,
                        bytes.slice(from, length), FrameLog.ITSELF, FrameLog.HELD);
                from += length;
            }
            long first = together.append(3, Direction.TO_CLIENT, read, batch, FrameLog.HELD);
            batch.clear();
            assertThat(together.endSeq()).isEqualTo(first + count).isEqualTo(single.endSeq());
        }
        assertThat(together.firstSeq()).as("old frames are dropped alike").isEqualTo(single.firstSeq()).isPositive();
        for (long seq = together.firstSeq(); seq < together.endSeq(); seq++) {
            assertThat(together.frame(seq)).isEqualTo(single.frame(seq));
            assertThat(together.payload(seq)).isEqualTo(single.payload(seq));
        }
    }

    @Test
    void aMessageIsNamedByItsFirstFrameAlsoInsideABatchAndAfterIt() {
        batch.add(0x81, false, 0, ByteBuffer.allocate(1), 0, 1, FrameLog.ITSELF);
        long begun = batch.upcoming();
        batch.add(0x01, false, 0, ByteBuffer.allocate(1), 0, 1, FrameLog.ITSELF);
        batch.add(0x00, false, 0, ByteBuffer.allocate(1), 0, 1, begun);
        together.append(0, Direction.TO_CLIENT, 0, 0x89, false, 0, 0, ByteBuffer.allocate(0), FrameLog.ITSELF, 0);

        long first = together.append(1, Direction.TO_UPSTREAM, 0, batch, 0);

        assertThat(FrameBatch.resolve(begun, first)).isEqualTo(2);
        assertThat(FrameBatch.resolve(FrameLog.ITSELF, first)).isEqualTo(FrameLog.ITSELF);
        assertThat(FrameBatch.resolve(17, first)).isEqualTo(17);
        assertThat(frame(1).messageSeq()).isEqualTo(1);
        assertThat(frame(2).messageSeq()).isEqualTo(2);
        assertThat(frame(3).messageSeq()).isEqualTo(2);
    }

    private Frame frame(long seq) {
        return Objects.requireNonNull(together.frame(seq));
    }
}
