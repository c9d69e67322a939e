package dev.socketscope.app.bench;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Appends frames to a capture at a steady rate, a millisecond's worth at a time, from a thread of its own. */
final class Stream implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private final FrameLog log;
    private final int perSecond;
    private final ByteBuffer[] payloads = new ByteBuffer[512];
    private final ByteBuffer ping = ByteBuffer.wrap(new byte[]{0, 0, 1, 4});
    private final Thread thread = Thread.ofPlatform().daemon().name("bench-stream").unstarted(this::run);
    private volatile boolean ended;
    private volatile long appended;

    Stream(FrameLog log, int perSecond) {
        this.log = log;
        this.perSecond = perSecond;
        for (int i = 0; i < payloads.length; i++) {
            payloads[i] = ByteBuffer
                    .wrap(("{\"seq\":%d,\"at\":1795463360599,\"region\":\"lhr\",\"cpu\":%d.4,\"heapMiB\":280,"
                            + "\"requests\":%d,\"perSecond\":175,\"latencyMs\":{\"p50\":1.9,\"p99\":61}}")
                            .formatted(i, i % 100, i * 7)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Fills the capture to its bound, so that from now on every frame drops another. */
    Stream fill() {
        for (long count = 0; log.evicted() == 0; count++) {
            append(count);
        }
        return this;
    }

    Stream start() {
        thread.start();
        return this;
    }

    long appended() {
        return appended;
    }

    private void run() {
        long began = System.nanoTime();
        long count = 0;
        while (!ended) {
            long due = (System.nanoTime() - began) / 1_000 * perSecond / 1_000_000;
            for (; count < due; count++) {
                append(count);
            }
            appended = count;
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void append(long count) {
        boolean control = count % 50 == 0;
        ByteBuffer payload = control ? ping : payloads[(int) (count % payloads.length)];
        Direction direction = count % 10 == 0 ? Direction.TO_UPSTREAM : Direction.TO_CLIENT;
        long seq = log.append((int) (count % 2), direction, System.currentTimeMillis() * 1_000 + count % 1_000,
                control ? PING : TEXT, false, 0, payload.remaining(), payload.duplicate(), FrameLog.ITSELF, 0);
        if (count % 16 == 15) {
            log.inProxy(seq - 15, seq + 1, (int) (count % 2), direction, 40 + count % 300);
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
