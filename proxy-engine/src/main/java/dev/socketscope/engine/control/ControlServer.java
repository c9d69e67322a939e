package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Serves the control API. Has an event loop of its own, so that callers never take time from traffic, and at most
 * {@value #MOST_CALLERS} TCP connections.
 */
public final class ControlServer implements AutoCloseable {
    private static final int MOST_CALLERS = 256;
    private static final int BACKLOG = 128;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1,
            new DefaultThreadFactory("socketscope-control", true), NioIoHandler.newFactory());
    private final ChannelGroup callers = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AccessCheck access;
    private final Operations operations;
    private final StreamUpgrade streams;
    private final PollSessions polls;
    private final InetSocketAddress asked;
    private final Channel listener;

    private ControlServer(ControlConfig config, Engine engine, Function<Format, String> metrics, Reload reload) {
        this.access = new AccessCheck(config.token(), new FailedTokens(System::nanoTime));
        this.polls = new PollSessions(engine, System::nanoTime);
        this.operations = ApiOperations.of(new EngineCalls(engine, metrics, config.authority()), engine, reload, polls);
        this.streams = new StreamUpgrade(engine);
        this.asked = config.listen();
        this.listener = bind(asked);
    }

    /**
     * Starts serving.
     *
     * @param metrics makes the text of {@code GET /metrics}, in Prometheus' format 0.0.4; called on any thread, one call for
     *        each request
     * @param reload reads the configuration again
     * @throws UncheckedIOException with a {@link BindException} when the address cannot be bound
     */
    public static ControlServer start(ControlConfig config, Engine engine, Function<Format, String> metrics,
            Reload reload) {
        return new ControlServer(config, engine, metrics, reload);
    }

    private Channel bind(InetSocketAddress address) {
        ChannelFuture bound = new ServerBootstrap().group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Pipeline())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            BindException e = new BindException(String.valueOf(bound.cause().getMessage()));
            e.initCause(bound.cause());
            throw new UncheckedIOException(e);
        }
        return bound.channel();
    }

    private final class Pipeline extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            if (callers.size() >= MOST_CALLERS) {
                channel.close();
                return;
            }
            callers.add(channel);
            channel.pipeline()
                    .addLast(new ControlDecoder(), new HttpResponseEncoder(),
                            new ControlHandler(access, operations, streams));
        }
    }

    /** Where it listens, with the host that was asked for: a socket for all of IPv4 may call itself one for all of IPv6. */
    public InetSocketAddress address() {
        return new InetSocketAddress(asked.getAddress(), ((InetSocketAddress) listener.localAddress()).getPort());
    }

    /** Ends every call and stream and frees the port; returns within two seconds. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly(500);
        callers.close().awaitUninterruptibly(500);
        polls.close();
        loop.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1_000);
    }
}
