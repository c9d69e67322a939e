package dev.socketscope.engine.relay;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;

/** How every leg's socket is set up; the figures are those of the measurements behind the design. Netty sets TCP_NODELAY itself. */
final class SocketOptions {
    /** Pending bytes above which a leg is not writable, and below which it is again. */
    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 << 10, 128 << 10);

    private final ByteBufAllocator allocator = new AdaptiveByteBufAllocator();

    void apply(Channel channel) {
        channel.config().setAllocator(allocator);
        channel.config().setWriteBufferWaterMark(WATER_MARK);
        channel.config().setRecvByteBufAllocator(new BoundedReads(channel));
    }
}
