package dev.socketscope.engine.relay;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;

/**
 * Epoll whose registrations last until they are cancelled. Netty 4.2.18 to 4.2.20 take a socket out of the epoll set when there is
 * nothing to wait for, which happens to a half-closed leg whose reading is paused, and then fail to put it back ("epoll_ctl: No
 * such file or directory"). Here such a socket stays registered, edge-triggered, so that a hang-up is told once and not for ever.
 */
final class LastingEpoll extends ForwardingIoHandler {

    private LastingEpoll(IoHandler epoll) {
        super(epoll);
    }

    static IoHandlerFactory factory() {
        IoHandlerFactory epoll = EpollIoHandler.newFactory();
        return executor -> new LastingEpoll(epoll.newHandler(executor));
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return new Lasting(super.register(handle));
    }

    private record Lasting(IoRegistration registration) implements IoRegistration {
        @Override
        public long submit(IoOps ops) {
            return registration.submit(EpollIoOps.NONE.equals(ops) ? EpollIoOps.EPOLLET : ops);
        }

        @Override
        public <T> T attachment() {
            return registration.attachment();
        }

        @Override
        public boolean isValid() {
            return registration.isValid();
        }

        @Override
        public boolean cancel() {
            return registration.cancel();
        }
    }
}
