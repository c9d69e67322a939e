package dev.socketscope.engine.relay;

import static dev.socketscope.engine.api.EngineConfig.Transport.EPOLL;
import static dev.socketscope.engine.api.EngineConfig.Transport.IO_URING;
import static dev.socketscope.engine.api.EngineConfig.Transport.NIO;

import dev.socketscope.engine.api.EngineConfig;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import org.jspecify.annotations.Nullable;

/** What carries the bytes. */
record Transport(String name, IoHandlerFactory io, Class<? extends ServerChannel> server,
        Class<? extends SocketChannel> socket) {

    /** The one that takes the least CPU of those that work here: containers, for one, often forbid io_uring. */
    static Transport best() {
        // What Linux 6.0 can. Older ones do not say after a read whether more has come, for which there is a read more each time.
        if (IoUring.isAvailable() && IoUring.isRecvMultishotEnabled()) {
            return ioUring();
        }
        return Epoll.isAvailable() ? epoll() : nio();
    }

    /** @throws IllegalArgumentException when it does not work on this machine */
    static Transport of(EngineConfig.Transport wanted) {
        return switch (wanted) {
            case AUTO -> best();
            case EPOLL -> {
                check(wanted, Epoll.unavailabilityCause());
                yield epoll();
            }
            case IO_URING -> {
                check(wanted, IoUring.unavailabilityCause());
                yield ioUring();
            }
            case NIO -> nio();
        };
    }

    private static void check(EngineConfig.Transport wanted, @Nullable Throwable unavailable) {
        if (unavailable != null) {
            throw new IllegalArgumentException("--transport: " + wanted + " does not work here ("
                    + unavailable.getMessage() + "); " + best().name() + " does");
        }
    }

    static Transport epoll() {
        return new Transport(EPOLL.toString(), LastingEpoll.factory(), EpollServerSocketChannel.class,
                EpollSocketChannel.class);
    }

    static Transport ioUring() {
        return new Transport(IO_URING.toString(), PausableUring.factory(), IoUringServerSocketChannel.class,
                IoUringSocketChannel.class);
    }

    static Transport nio() {
        return new Transport(NIO.toString(), NioIoHandler.newFactory(), NioServerSocketChannel.class,
                NioSocketChannel.class);
    }
}
