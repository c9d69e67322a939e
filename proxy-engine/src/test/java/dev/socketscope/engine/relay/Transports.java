package dev.socketscope.engine.relay;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.util.stream.Stream;

/** The transports that this machine has. */
final class Transports {
    private Transports() {}

    static Stream<Transport> working() {
        return Stream.concat(nativeOnes(), Stream.of(Transport.nio()));
    }

    /** Those that hear of a reset while reading is paused. */
    static Stream<Transport> nativeOnes() {
        return Stream.concat(IoUring.isAvailable() ? Stream.of(Transport.ioUring()) : Stream.empty(),
                Epoll.isAvailable() ? Stream.of(Transport.epoll()) : Stream.empty());
    }
}
