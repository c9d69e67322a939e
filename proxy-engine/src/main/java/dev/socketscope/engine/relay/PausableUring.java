package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.IoEvent;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.uring.IoUringIoEvent;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.channel.uring.IoUringIoHandler;

/**
 * An io_uring whose sockets may refuse to read, and which hears of every reset. Netty 4.2.18 takes the refusal of
 * {@link BoundedReads} for a failure of the event loop, which it logs and rests after. And it looks for a hang-up once only: one that
 * is told while a read is under way is forgotten when that read brings the last bytes before a reset, and so is a reset after FIN.
 */
final class PausableUring extends ForwardingIoHandler {

    private PausableUring(IoHandler uring) {
        super(uring);
    }

    static IoHandlerFactory factory() {
        IoHandlerFactory uring = IoUringIoHandler.newFactory();
        return executor -> new PausableUring(uring.newHandler(executor));
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        IoUringIoHandle uring = (IoUringIoHandle) handle;
        return super.register(handle instanceof Channel.Unsafe unsafe
                ? new Pausable(uring, unsafe.voidPromise().channel()) : uring);
    }

    private static final class Pausable implements IoUringIoHandle {
        /** As in {@code linux/io_uring.h} and {@code asm-generic/poll.h}. */
        private static final byte OP_POLL_ADD = 6;
        private static final byte OP_RECV = 27;
        private static final int POLLERR = 0x8;
        private static final int POLLRDHUP = 0x2000;

        private final IoUringIoHandle handle;
        private final Channel channel;
        private boolean hungUp;

        Pausable(IoUringIoHandle handle, Channel channel) {
            this.handle = handle;
            this.channel = channel;
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            IoUringIoEvent uring = (IoUringIoEvent) event;
            byte opcode = uring.opcode();
            int result = uring.res();
            pass(registration, event);
            if (result <= 0) {
                return;
            }
            if (opcode == OP_POLL_ADD) {
                hungUp |= (result & (POLLRDHUP | POLLERR)) != 0;
                if ((result & (POLLRDHUP | POLLERR)) == POLLERR) {
                    tellOfHangUp(registration);
                }
            } else if (opcode == OP_RECV && hungUp) {
                tellOfHangUp(registration);
            }
        }

        /** Has what is left read, or the refusal made. */
        private void tellOfHangUp(IoRegistration registration) {
            if (channel.isActive()) {
                pass(registration, new IoUringIoEvent(POLLRDHUP, 0, OP_POLL_ADD, (short) 0));
            }
        }

        private void pass(IoRegistration registration, IoEvent event) {
            try {
                handle.handle(registration, event);
            } catch (RuntimeException refusal) {
                if (!BoundedReads.isPause(refusal)) {
                    throw refusal;
                }
            }
        }

        @Override
        public void registered() {
            handle.registered();
        }

        @Override
        public void unregistered() {
            handle.unregistered();
        }

        @Override
        public void close() throws Exception {
            handle.close();
        }
    }
}
