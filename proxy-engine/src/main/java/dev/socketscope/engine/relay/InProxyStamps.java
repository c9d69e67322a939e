package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.metrics.LoopMetrics;
import java.util.Arrays;

/** Remembers, for one direction, which frames were read when, until their last byte is in the other leg's kernel. */
final class InProxyStamps {
    private static final int FIELDS = 3;

    private final FrameLog log;
    private final int connection;
    private final Direction direction;
    private final LoopMetrics metrics;
    /** Triples of first seq, end seq, nano time of the read. Few wait at once, and most connections are silent. */
    private long[] reads = new long[FIELDS];
    private int used;

    InProxyStamps(FrameLog log, int connection, Direction direction, LoopMetrics metrics) {
        this.metrics = metrics;
        this.log = log;
        this.connection = connection;
        this.direction = direction;
    }

    /** Frames were captured, {@code seq} to before {@code end}, whose last bytes came in the read at {@code readNanos}. */
    void captured(long seq, long end, long readNanos) {
        if (used > 0 && reads[used - 1] == readNanos) {
            reads[used - 2] = end;
            return;
        }
        if (used == reads.length) {
            reads = Arrays.copyOf(reads, 2 * used);
        }
        reads[used++] = seq;
        reads[used++] = end;
        reads[used++] = readNanos;
    }

    /** What was read so far will never be handed to the kernel. */
    void forget() {
        used = 0;
    }

    /** Everything read so far has been handed to the kernel. */
    void delivered(long nanos) {
        write(reads, used, nanos);
        used = 0;
    }

    /** Everything read so far is on its way; the task is to be run when it has been handed to the kernel. */
    Runnable deliveredLater() {
        long[] taken = Arrays.copyOf(reads, used);
        used = 0;
        return () -> write(taken, taken.length, System.nanoTime());
    }

    private void write(long[] from, int length, long nanos) {
        for (int i = 0; i < length; i += FIELDS) {
            long micros = Math.max(0, nanos - from[i + 2]) / 1000;
            log.inProxy(from[i], from[i + 1], connection, direction, micros);
            metrics.inProxy(direction, micros, from[i + 1] - from[i]);
        }
    }
}
