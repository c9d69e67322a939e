package dev.socketscope.bench.micro;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.query.filter.FilterContent;
import dev.socketscope.engine.query.filter.FilterSubject;
import java.nio.charset.StandardCharsets;
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

/** What it costs to ask a filter about one frame, a JSON message: none of those that look at its content finds anything. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FilterBench {
    @Param({"dir:up op:text", "size>1m", "needle", "/time.?out/i", "json.needle==1", "dir:down or size>1m or needle"})
    private String filter = "";

    @Param({"200", "4096"})
    private int size;

    private Filter parsed = Filter.ALL;
    private Message message = new Message(new byte[0]);

    @Setup
    public void prepare() throws FilterException {
        parsed = Filter.parse(filter);
        String head = "{\"type\":\"reading\",\"sensor\":7,\"value\":41.5,\"pad\":\"";
        message = new Message(
                (head + "x".repeat(size - head.length() - 2) + "\"}").getBytes(StandardCharsets.US_ASCII));
    }

    @Benchmark
    public boolean matches() {
        return parsed.matches(message);
    }

    /** A text that a client sent; its forms are made anew each time, as for a frame that is read from the capture. */
    private record Message(byte[] bytes) implements FilterSubject {
        @Override
        public long seq() {
            return 1;
        }

        @Override
        public Direction direction() {
            return Direction.TO_UPSTREAM;
        }

        @Override
        public Opcode opcode() {
            return Opcode.TEXT;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public long inProxyMicros() {
            return 50;
        }

        @Override
        public FilterContent content() {
            return new FilterContent(bytes, bytes.length);
        }
    }
}
