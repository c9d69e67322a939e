package dev.socketscope.engine.relay;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;

/** Does what another handler does; a subclass changes how sockets are registered. */
abstract class ForwardingIoHandler implements IoHandler {
    private final IoHandler target;

    ForwardingIoHandler(IoHandler target) {
        this.target = target;
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return target.register(handle);
    }

    @Override
    public final void initialize() {
        target.initialize();
    }

    @Override
    public final int run(IoHandlerContext context) {
        return target.run(context);
    }

    @Override
    public final void prepareToDestroy() {
        target.prepareToDestroy();
    }

    @Override
    public final void destroy() {
        target.destroy();
    }

    @Override
    public final void wakeup() {
        target.wakeup();
    }

    @Override
    public final boolean isCompatible(Class<? extends IoHandle> handleType) {
        return target.isCompatible(handleType);
    }
}
