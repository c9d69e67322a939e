package dev.socketscope.engine.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** Accepts clients' connections. */
final class Listener {
    private static final int BACKLOG = 4096;

    private final Channel server;
    private final InetSocketAddress asked;

    private Listener(Channel server, InetSocketAddress asked) {
        this.server = server;
        this.asked = asked;
    }

    /** @throws UncheckedIOException with a {@link BindException} when the address is taken or not this machine's */
    static Listener bind(Transport transport, EventLoopGroup loops, InetSocketAddress address,
            FirstClient first, ClientPipeline pipeline) {
        ServerBootstrap bootstrap = new ServerBootstrap().group(loops)
                .channel(transport.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(first)
                .childHandler(pipeline);
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new UncheckedIOException(cannotBind(address, bound.cause()));
        }
        return new Listener(bound.channel(), address);
    }

    private static IOException cannotBind(InetSocketAddress address, Throwable cause) {
        BindException e = new BindException(
                "cannot listen on " + LegSocket.text(address) + ": " + UpstreamTrouble.text(cause));
        e.initCause(cause);
        return e;
    }

    /** The host that was asked for: a socket for all of IPv4 may call itself one for all of IPv6. */
    InetSocketAddress address() {
        return new InetSocketAddress(asked.getAddress(), ((InetSocketAddress) server.localAddress()).getPort());
    }

    /** Accepts no more; open connections stay. */
    void stopAccepting() {
        server.close().awaitUninterruptibly();
    }
}
