package dev.socketscope.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Readers race with writers that drop and overwrite segments all the time; nothing torn may ever be handed out. */
class FrameLogConcurrencyTest {
    private static final int WRITERS = 2;
    private static final int FRAMES_PER_WRITER = 60_000;

    private final FrameLog log = new FrameLog(128 << 10, 4096, Integer::toString);
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void whatReadersGetIsWholeAndWhatTheyMissTheyCanCount() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> follower = threads.submit(this::follow);
            Future<Long> jumper = threads.submit(this::jump);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(writer)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            assertThat(log.endSeq()).isEqualTo((long) WRITERS * FRAMES_PER_WRITER);
            assertThat(follower.get()).isPositive();
            assertThat(jumper.get()).isPositive();
        }
        assertThat(log.bytes()).isLessThanOrEqualTo(128 << 10);
        assertThat(log.evicted()).isEqualTo(log.firstSeq());
    }

    @Test
    void clearingInTheMiddleOfItTearsNothing() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> jumper = threads.submit(this::jump);
            Future<?> writer = threads.submit(() -> write(0));
            while (!writer.isDone()) {
                log.clear();
                assertThat(log.bytes()).isLessThanOrEqualTo(128 << 10);
                Thread.yield();
            }
            writer.get();
            writing.set(false);
            jumper.get();
        }
        assertThat(log.endSeq()).isEqualTo(FRAMES_PER_WRITER);
        log.clear();
        assertThat(log.firstSeq()).isEqualTo(log.endSeq());
    }

    private void write(int writer) {
        Random random = new Random(writer);
        for (int i = 0; i < FRAMES_PER_WRITER; i++) {
            byte[] payload = new byte[random.nextInt(i % 100 == 0 ? 4000 : 200)];
            random.nextBytes(payload);
            log.append(writer, Direction.TO_CLIENT, i, 0x82, false, 0, crc(payload, payload.length),
                    ByteBuffer.wrap(payload), i, FrameLog.INFLATED);
        }
    }

    /** Reads on from a cursor as an index would; every frame is either read or counted as missed. */
    private long follow() {
        CapturedFrame copy = new CapturedFrame();
        long[] last = {-1, -1};
        long read = 0;
        long missed = 0;
        long seq = 0;
        while (writing.get() || seq < log.endSeq()) {
            if (seq == log.endSeq()) {
                Thread.onSpinWait();
            } else if (log.read(seq, Integer.MAX_VALUE, copy)) {
                verify(seq, copy);
                assertThat(copy.messageSeq()).as("order of one writer").isGreaterThan(last[copy.connection()]);
                last[copy.connection()] = copy.messageSeq();
                seq++;
                read++;
            } else {
                long first = Math.max(seq + 1, log.firstSeq());
                missed += first - seq;
                seq = first;
            }
        }
        assertThat(read + missed).isEqualTo(log.endSeq());
        return read;
    }

    /** Reads near the oldest end, where segments are taken away. */
    private long jump() {
        CapturedFrame copy = new CapturedFrame();
        Random random = new Random(3);
        long read = 0;
        while (writing.get()) {
            long seq = log.firstSeq() + random.nextInt(20) - 5;
            if (log.read(seq, Integer.MAX_VALUE, copy)) {
                verify(seq, copy);
                read++;
            }
        }
        return read;
    }

    private static void verify(long seq, CapturedFrame copy) {
        assertThat(copy.seq()).isEqualTo(seq);
        assertThat(copy.length()).as("checksum of frame %d", seq).isEqualTo(crc(copy.payload(), copy.payloadLength()));
    }

    private static long crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
