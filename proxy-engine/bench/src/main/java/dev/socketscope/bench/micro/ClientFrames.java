package dev.socketscope.bench.micro;

import dev.socketscope.bench.peer.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Random;

/** What a client sends: masked binary frames of random bytes. */
final class ClientFrames {
    private static final long SEED = 20_261_101;

    private ClientFrames() {}

    /** {@code count} frames in one direct buffer, as a socket read would deliver them. */
    static ByteBuffer wire(int count, int size) {
        Random random = new Random(SEED);
        ByteBuf out = Unpooled.directBuffer(count * (size + Frames.HEADER_ROOM));
        for (int i = 0; i < count; i++) {
            Frames.writeMasked(out, Frames.FIN | Frames.BINARY, random.nextInt(),
                    Unpooled.wrappedBuffer(bytes(random, size)));
        }
        return copy(out);
    }

    /** The payload of one frame. */
    static ByteBuffer payload(int size) {
        return copy(Unpooled.wrappedBuffer(bytes(new Random(SEED), size)));
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static ByteBuffer copy(ByteBuf from) {
        ByteBuffer copy = ByteBuffer.allocateDirect(from.readableBytes());
        from.readBytes(copy);
        from.release();
        return copy.flip();
    }
}
