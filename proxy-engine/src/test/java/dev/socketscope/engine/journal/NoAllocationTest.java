package dev.socketscope.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameEncoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Watching and capturing a frame leaves no garbage behind, or the collector would pay for every message. */
class NoAllocationTest {
    private static final int FRAMES = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FrameLog log = new FrameLog(1 << 20, 4096, number -> "ws_" + number);
    private final FrameDecoder decoder = new FrameDecoder(true, false);
    private final Capturing sink = new Capturing();
    private final ByteBuffer stream = tenFrames();

    @Test
    void aFrameIsDecodedAndCapturedWithoutGarbage() {
        pass(FRAMES);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        pass(FRAMES);
        long perFrame = (THREADS.getCurrentThreadAllocatedBytes() - before) / FRAMES;
        assertThat(log.endSeq()).isEqualTo(2 * FRAMES);
        assertThat(log.evicted()).as("segments are used again").isPositive();
        assertThat(perFrame).as("bytes allocated per frame; one segment object serves hundreds").isLessThan(2);
    }

    private void pass(int frames) {
        for (int i = 0; i < frames; i += 10) {
            int cut = 1 + i / 10 % (stream.limit() - 1);
            decoder.feed(stream.clear().limit(cut), sink);
            decoder.feed(stream.limit(stream.capacity()), sink);
        }
    }

    private static ByteBuffer tenFrames() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            out.writeBytes(FrameEncoder.masked(0x82, 0x01020304, new byte[20 * i]));
        }
        return ByteBuffer.allocateDirect(out.size()).put(out.toByteArray()).flip();
    }

    private final class Capturing implements FrameSink {
        private final ByteBuffer kept = ByteBuffer.allocate(4096);

        @Override
        public void header(FrameDecoder frame) {
            kept.clear();
        }

        @Override
        public void payload(FrameDecoder frame, ByteBuffer part) {
            kept.put(part);
        }

        @Override
        public void end(FrameDecoder frame) {
            log.append(1, Direction.TO_UPSTREAM, 0, frame.firstByte(), frame.masked(), frame.maskKey(),
                    frame.payloadLength(), kept.flip(), FrameLog.ITSELF, 0);
        }

        @Override
        public void violation(FrameDecoder frame, Violation violation) {
            throw new AssertionError(violation);
        }
    }
}
