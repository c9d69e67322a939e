package dev.socketscope.bench.micro;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameLog;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to write one frame down, dropping old ones all the while. Run it with {@code -t 2} to see two event loops share the log. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameLogBench {
    private static final int MAX_PAYLOAD = 64 << 10;
    private static final int KEY = 0x37FA213D;
    private static final int BINARY = 0x82;

    @Param({"128", "4096", "65536"})
    private int size;

    @Param({"8", "256"})
    private int mebibytes;

    private FrameLog log = new FrameLog(1 << 20, 0, Integer::toString);

    /** One event loop's read buffer. */
    @State(Scope.Thread)
    public static class Read {
        private ByteBuffer payload = ByteBuffer.allocate(0);

        @Setup
        public void prepare(FrameLogBench bench) {
            payload = ClientFrames.payload(bench.size);
        }
    }

    @Setup
    public void prepare() {
        log = new FrameLog((long) mebibytes << 20, MAX_PAYLOAD, Integer::toString);
    }

    @Benchmark
    public long append(Read read) {
        read.payload.rewind();
        return log.append(7, Direction.TO_UPSTREAM, 1_700_000_000_000_000L, BINARY, true, KEY, size, read.payload,
                FrameLog.ITSELF, 0);
    }
}
