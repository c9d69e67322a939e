package dev.socketscope.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Opcode;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameLogTest {
    private static final int MAX_BYTES = 64 << 10;

    private final FrameLog log = new FrameLog(MAX_BYTES, 1 << 20, number -> "ws_" + number);

    @Test
    void aFrameComesBackAsItWasWritten() {
        ByteBuffer masked = ByteBuffer.wrap(HexFormat.of().parseHex("7f9f4d5158")).asReadOnlyBuffer();
        long seq = log.append(7, Direction.TO_UPSTREAM, 1_000_001, 0xC1, true, 0x37fa213d, 5, masked, FrameLog.ITSELF,
                FrameLog.HELD);
        Frame frame = frame(seq);
        assertThat(frame).isEqualTo(new Frame(0, 1_000_001, "ws_7", Direction.TO_UPSTREAM, 0xC1, true, 5, 5, false,
                false, Frame.IN_PROXY_UNKNOWN, 0, false, true, java.util.List.of()));
        assertThat(frame.opcode()).isEqualTo(Opcode.TEXT);
        assertThat(log.payload(seq)).asString(UTF_8).isEqualTo("Hello");
        assertThat(masked.hasRemaining()).isFalse();
    }

    @Test
    void anEmptyLogTakesNoMemoryAndKnowsNoFrames() {
        assertThat(log.bytes()).isZero();
        assertThat(log.frame(0)).isNull();
        assertThat(log.payload(-1)).isNull();
        assertThat(log.firstSeq()).isEqualTo(log.endSeq()).isZero();
    }

    @Test
    void aLongPayloadIsCutAndSaysSo() {
        FrameLog shortLog = new FrameLog(MAX_BYTES, 10, number -> "ws_" + number);
        long cut = append(shortLog, 1, "0123456789abc", 13, 0);
        long cutByCaller = append(shortLog, 1, "0123", 13, 0);
        long whole = append(shortLog, 1, "0123456789", 10, 0);
        long inflated = append(shortLog, 1, "0123456789", 4, FrameLog.INFLATED);
        assertThat(Objects.requireNonNull(shortLog.frame(cut)).truncated()).isTrue();
        assertThat(Objects.requireNonNull(shortLog.frame(cut)).captured()).isEqualTo(10);
        assertThat(shortLog.payload(cut)).asString(UTF_8).isEqualTo("0123456789");
        assertThat(Objects.requireNonNull(shortLog.frame(cutByCaller)).truncated()).isTrue();
        assertThat(Objects.requireNonNull(shortLog.frame(whole)).truncated()).isFalse();
        assertThat(Objects.requireNonNull(shortLog.frame(inflated)).truncated()).isFalse();
        assertThat(Objects.requireNonNull(shortLog.frame(inflated)).inflated()).isTrue();
    }

    @Test
    void theOldestFramesGoWhenTheBoundIsReachedAndTheRestStaysInOrder() {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            append(log, i % 5, text(i, random.nextInt(300)), 0, FrameLog.INFLATED);
            assertThat(log.bytes()).isLessThanOrEqualTo(MAX_BYTES);
        }
        assertThat(log.endSeq()).isEqualTo(5_000);
        assertThat(log.firstSeq()).isEqualTo(log.evicted()).isBetween(4_000L, 4_900L);
        assertThat(log.frame(log.firstSeq() - 1)).isNull();
        for (long seq = log.firstSeq(); seq < log.endSeq(); seq++) {
            assertThat(frame(seq).connection()).isEqualTo("ws_" + seq % 5);
            assertThat(log.payload(seq)).asString(UTF_8).startsWith(seq + ":");
        }
    }

    @Test
    void aFrameLargerThanASegmentFindsRoomAndCostsOnlyWhatItNeeds() {
        for (int i = 0; i < 200; i++) {
            append(log, 1, text(i, 400), 0, FrameLog.INFLATED);
        }
        long huge = append(log, 2, "x".repeat(40_000), 40_000, 0);
        long tooHuge = append(log, 3, "y".repeat(100_000), 100_000, 0);
        assertThat(log.frame(huge)).as("its memory was needed for the next one").isNull();
        assertThat(frame(tooHuge).truncated()).isTrue();
        assertThat(frame(tooHuge).captured()).isBetween(MAX_BYTES - 200, MAX_BYTES);
        assertThat(log.bytes()).isLessThanOrEqualTo(MAX_BYTES);
        long small = append(log, 4, "z", 1, 0);
        assertThat(log.payload(small)).asString(UTF_8).isEqualTo("z");
        assertThat(log.firstSeq()).isEqualTo(small);
        assertThat(log.bytes()).isLessThan(MAX_BYTES / 2);
    }

    @Test
    void clearingForgetsEverythingButGoesOnCounting() {
        append(log, 1, "before", 6, 0);
        log.clear();
        assertThat(log.frame(0)).isNull();
        assertThat(log.bytes()).isZero();
        assertThat(log.evicted()).isZero();
        assertThat(log.firstSeq()).isEqualTo(1);
        long seq = append(log, 1, "after", 5, 0);
        assertThat(seq).isEqualTo(1);
        assertThat(log.payload(seq)).asString(UTF_8).isEqualTo("after");
    }

    @Test
    void inProxyTimeReachesExactlyTheFramesOfThatConnectionAndDirection() {
        for (int i = 0; i < 400; i++) {
            Direction direction = i % 2 == 0 ? Direction.TO_CLIENT : Direction.TO_UPSTREAM;
            log.append(i % 3, direction, 0, 0x82, false, 0, 0, ByteBuffer.allocate(0), FrameLog.ITSELF, 0);
        }
        log.inProxy(100, 300, 1, Direction.TO_CLIENT, 250);
        for (long seq = 0; seq < 400; seq++) {
            boolean meant = seq >= 100 && seq < 300 && seq % 3 == 1 && seq % 2 == 0;
            assertThat(frame(seq).inProxyMicros()).isEqualTo(meant ? 250 : Frame.IN_PROXY_UNKNOWN);
        }
    }

    @Test
    void inProxyTimeForDroppedFramesIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            append(log, 1, "x".repeat(500), 500, 0);
        }
        log.inProxy(0, 1_000, 1, Direction.TO_UPSTREAM, 9);
        assertThat(frame(log.firstSeq()).inProxyMicros()).isEqualTo(9);
        assertThat(frame(999).inProxyMicros()).isEqualTo(9);
    }

    @Test
    void aBoundTooSmallToHoldAnythingIsRefused() {
        assertThatThrownBy(() -> new FrameLog(100, 100, Integer::toString)).hasMessageContaining("4096");
    }

    private static String text(int i, int length) {
        return i + ":" + "x".repeat(length);
    }

    private Frame frame(long seq) {
        return Objects.requireNonNull(log.frame(seq));
    }

    private static long append(FrameLog log, int connection, String payload, long length, int flags) {
        return log.append(connection, Direction.TO_UPSTREAM, 0, 0x81, false, 0, length,
                ByteBuffer.wrap(payload.getBytes(UTF_8)), FrameLog.ITSELF, flags);
    }
}
