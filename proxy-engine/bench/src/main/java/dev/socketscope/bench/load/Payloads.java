package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A fixed set of messages, each ready as a masked frame with a key of its own; message {@code n} is number {@code n % count}. */
final class Payloads implements AutoCloseable {
    private static final int POOL_BYTES = 4 << 20;
    private static final int MOST = 64;
    private static final long SEED = 20_261_101;

    private record Message(ByteBuf frame, ByteBuf plain) {}

    private final List<Message> messages;

    private Payloads(int firstByte, int size, IntFunction<byte[]> content) {
        Random keys = new Random(SEED);
        int count = Math.clamp(POOL_BYTES / Math.max(1, size), 2, MOST);
        messages = IntStream.range(0, count)
                .mapToObj(i -> message(firstByte, content.apply(i), keys.nextInt()))
                .toList();
    }

    /** Binary messages of random bytes. */
    static Payloads binary(int size) {
        Random random = new Random(SEED);
        return new Payloads(Frames.FIN | Frames.BINARY, size, i -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    /** JSON texts, filled up to {@code size} bytes where that is longer than their shortest form. */
    static Payloads json(int size) {
        return new Payloads(Frames.FIN | Frames.TEXT, size, i -> {
            String head = "{\"type\":\"reading\",\"sensor\":" + i + ",\"value\":" + i * 37 % 100 + ",\"pad\":\"";
            return (head + "x".repeat(Math.max(0, size - head.length() - 2)) + "\"}")
                    .getBytes(StandardCharsets.US_ASCII);
        });
    }

    /** Appends message {@code n} as a client sends it. */
    void write(ByteBuf out, long n) {
        ByteBuf frame = at(n).frame;
        out.writeBytes(frame, frame.readerIndex(), frame.readableBytes());
    }

    /** Bytes of message {@code n} with its header. */
    int frameBytes(long n) {
        return at(n).frame.readableBytes();
    }

    int size(long n) {
        return at(n).plain.readableBytes();
    }

    /** Whether a piece of what came back is what message {@code n} has in that place. */
    boolean matches(long n, ByteBuf in, int index, int count, long from) {
        return ByteBufUtil.equals(at(n).plain, (int) from, in, index, count);
    }

    @Override
    public void close() {
        messages.forEach(message -> {
            message.frame.release();
            message.plain.release();
        });
    }

    private Message at(long n) {
        return messages.get((int) (n % messages.size()));
    }

    private static Message message(int firstByte, byte[] content, int key) {
        ByteBuf plain = Unpooled.directBuffer(content.length).writeBytes(content);
        ByteBuf frame = Unpooled.directBuffer(content.length + Frames.HEADER_ROOM);
        Frames.writeMasked(frame, firstByte, key, plain);
        return new Message(frame, plain);
    }
}
