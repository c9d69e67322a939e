package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;
import java.util.ArrayDeque;

/** What a client sends behind its upgrade request before it has the answer. Belongs to one event loop. */
final class EarlyBytes {
    private static final int MOST = 64 << 10;

    private final ArrayDeque<ByteBuf> buffers = new ArrayDeque<>(0);
    private int size;
    private boolean closed;

    /** Takes ownership. */
    void add(ByteBuf bytes) {
        if (closed) {
            bytes.release();
        } else {
            buffers.add(bytes);
            size += bytes.readableBytes();
        }
    }

    /** Whether reading may go on. */
    boolean haveRoom() {
        return closed || size < MOST;
    }

    /** Lets the pipeline's handlers read them, as if they came now. */
    void replay(ChannelPipeline pipeline) {
        while (!buffers.isEmpty()) {
            pipeline.fireChannelRead(buffers.poll());
        }
        pipeline.fireChannelReadComplete();
    }

    /** Drops them and whatever still comes. */
    void close() {
        closed = true;
        buffers.forEach(ByteBuf::release);
        buffers.clear();
    }
}
