package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Read buffers as long as one read may be, or, where there are none left, as long as the traffic wants them; and reads that stop when
 * they are told to. Once the peer has sent FIN, Netty's native transports read all that the kernel still has, megabytes perhaps, even
 * while auto-read is off. Refusing it a buffer is the only way to hold it back; it tries again when auto-read is switched on.
 */
final class BoundedReads implements RecvByteBufAllocator {
    private static final int SMALLEST = 1 << 10;
    private static final int FIRST = 4 << 10;
    private static final int LARGEST = 64 << 10;
    /**
     * What is read at once is sent at once. Loopback carries 65,483 bytes in a segment, so 64 KiB would leave as a full one and one of
     * 53 bytes, and cost nearly twice as much.
     */
    static final int ONE_SEGMENT = 63 << 10;
    /** {@code TCP_CLOSE} in {@code tcp_info}. */
    private static final int STATE_CLOSED = 7;

    private static final AdaptiveRecvByteBufAllocator ADAPTIVE = new AdaptiveRecvByteBufAllocator(SMALLEST, FIRST,
            LARGEST);

    private final Channel channel;

    BoundedReads(Channel channel) {
        this.channel = channel;
    }

    /** Whether an exception that a handler caught means nothing but that reading is paused. */
    static boolean isPause(Throwable cause) {
        return cause == Paused.INSTANCE;
    }

    /** Thrown where a buffer was asked for; nothing is lost by it. */
    private static final class Paused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        static final Paused INSTANCE = new Paused();

        private Paused() {
            super("reading is paused", null, false, false);
        }
    }

    @Override
    public Handle newHandle() {
        ExtendedHandle handle = (ExtendedHandle) ADAPTIVE.newHandle();
        return switch (channel) {
            case EpollSocketChannel epoll -> new Guarded(handle, epoll);
            case IoUringSocketChannel uring -> new Guarded(handle, uring);
            default -> handle;
        };
    }

    private static final class Guarded extends DelegatingHandle implements ExtendedHandle {
        private final SocketChannel channel;

        Guarded(ExtendedHandle handle, SocketChannel channel) {
            super(handle);
            this.channel = channel;
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            if (!channel.config().isAutoRead() && !wasReset()) {
                throw Paused.INSTANCE;
            }
            ByteBuf free = ReadBuffers.take(allocator);
            return free == null ? allocator.ioBuffer(guess()) : free;
        }

        @Override
        public int guess() {
            return Math.min(super.guess(), ONE_SEGMENT);
        }

        /** A reset is to be noticed at once. After FIN in both directions the kernel shows the same state without one. */
        private boolean wasReset() {
            return !channel.isOutputShutdown() && tcpState() == STATE_CLOSED;
        }

        private int tcpState() {
            return channel instanceof EpollSocketChannel epoll ? epoll.tcpInfo().state()
                    : ((IoUringSocketChannel) channel).tcpInfo().state();
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return ((ExtendedHandle) delegate()).continueReading(maybeMore);
        }
    }
}
