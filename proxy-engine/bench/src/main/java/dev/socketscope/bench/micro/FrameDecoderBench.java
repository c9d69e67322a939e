package dev.socketscope.bench.micro;

import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to find one frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FrameDecoderBench {
    private static final int FRAMES = 64;

    @Param({"16", "128", "4096"})
    private int size;

    private final FrameDecoder decoder = new FrameDecoder(true, false);
    private final Counting sink = new Counting();
    private ByteBuffer wire = ByteBuffer.allocate(0);

    @Setup
    public void prepare() {
        wire = ClientFrames.wire(FRAMES, size);
    }

    /** 64 frames in one read. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long wholeRead() {
        wire.rewind();
        decoder.feed(wire, sink);
        return sink.seen;
    }

    /** The same in reads of 1,460 bytes, so that headers and payloads are split. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long splitReads() {
        int end = wire.capacity();
        for (int at = 0; at < end; at += 1460) {
            wire.limit(Math.min(end, at + 1460)).position(at);
            decoder.feed(wire, sink);
        }
        return sink.seen;
    }

    private static final class Counting implements FrameSink {
        private long seen;

        @Override
        public void header(FrameDecoder frame) {
            seen += frame.firstByte();
        }

        @Override
        public void payload(FrameDecoder frame, ByteBuffer part) {
            seen += part.remaining();
        }

        @Override
        public void end(FrameDecoder frame) {
            seen++;
        }

        @Override
        public void violation(FrameDecoder frame, Violation violation) {
            throw new AssertionError(violation);
        }
    }
}
