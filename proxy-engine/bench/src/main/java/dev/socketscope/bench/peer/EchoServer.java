package dev.socketscope.bench.peer;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** A WebSocket server that sends every message back, on one event loop. */
public final class EchoServer implements AutoCloseable {
    private final Transport transport = new Transport();
    private final Channel channel;

    /** @param mute whether data frames are swallowed instead of sent back */
    public EchoServer(InetSocketAddress listen, boolean mute) {
        channel = transport.server(() -> new EchoHandler(mute)).bind(listen).syncUninterruptibly().channel();
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Returns when the server has been closed. */
    public void join() {
        channel.closeFuture().syncUninterruptibly();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        transport.close();
    }
}
