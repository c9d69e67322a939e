package dev.socketscope.engine.relay;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens connections to upstreams: resolves, tries every address in turn, and finishes TLS where the route asks for it. */
final class UpstreamConnector {
    /** Hears how it went, on the event loop; one of {@code connected} and {@code failed} comes, once. */
    interface Listener {
        /** The host name has been looked up. */
        default void resolved() {}

        /** The caller owns the channel, whatever has happened meanwhile. */
        void connected(Channel upstream);

        void failed(Throwable cause);
    }

    private final Transport transport;
    private final SocketOptions options;
    private final NameResolver resolver;
    private final UpstreamContexts tls;
    /** Where the newest attempt went. Each socket keeps its address for life, and most go to the same one. */
    private volatile @Nullable InetSocketAddress newest;

    UpstreamConnector(Transport transport, SocketOptions options, NameResolver resolver, UpstreamContexts tls) {
        this.transport = transport;
        this.options = options;
        this.resolver = resolver;
        this.tls = tls;
    }

    /**
     * @param within for the whole; split over the addresses
     * @param setUp adds the handlers behind TLS
     */
    void connect(EventLoop loop, UpstreamAddress upstream, Duration within, ChannelInitializer<Channel> setUp,
            Listener listener) {
        Future<List<InetAddress>> lookup = resolver.resolve(loop, upstream.host());
        lookup.addListener((Future<List<InetAddress>> f) -> {
            if (f.isSuccess()) {
                listener.resolved();
                new Attempt(loop, upstream, setUp, listener, f.getNow(), within).tryAddress(0);
            } else {
                listener.failed(f.cause());
            }
        });
    }

    private InetSocketAddress shared(InetAddress address, int port) {
        InetSocketAddress before = newest;
        // Equal addresses may still name different interfaces (RFC 4007 §6); their texts tell.
        if (before != null && before.getPort() == port
                && before.getAddress().getHostAddress().equals(address.getHostAddress())) {
            return before;
        }
        InetSocketAddress other = new InetSocketAddress(address, port);
        newest = other;
        return other;
    }

    private final class Attempt {
        private final UpstreamAddress upstream;
        private final Duration within;
        private final Listener listener;
        private final List<InetAddress> addresses;
        private final Bootstrap bootstrap;
        private @Nullable SslHandler sslHandler;

        Attempt(EventLoop loop, UpstreamAddress upstream, ChannelInitializer<Channel> setUp, Listener listener,
                List<InetAddress> addresses, Duration within) {
            this.upstream = upstream;
            this.within = within;
            this.listener = listener;
            this.addresses = addresses;
            int each = (int) Math.max(100, within.toMillis() / addresses.size());
            this.bootstrap = new Bootstrap().group(loop)
                    .channel(transport.socket())
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, each)
                    .handler(initializer(setUp));
        }

        private ChannelInitializer<Channel> initializer(ChannelInitializer<Channel> setUp) {
            return new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                    options.apply(channel);
                    SslContext context = tls.of(upstream);
                    if (context != null) {
                        SslHandler handler = context.newHandler(channel.alloc(), upstream.nameForTls(),
                                upstream.port());
                        handler.setHandshakeTimeoutMillis(within.toMillis());
                        sslHandler = handler;
                        channel.pipeline().addLast(handler);
                    }
                    channel.pipeline().addLast(setUp);
                }
            };
        }

        void tryAddress(int index) {
            ChannelFuture connecting = bootstrap.connect(shared(addresses.get(index), upstream.port()));
            connecting.addListener(f -> {
                if (f.isSuccess()) {
                    tcpConnected(connecting.channel());
                } else if (index + 1 < addresses.size()) {
                    tryAddress(index + 1);
                } else {
                    listener.failed(f.cause());
                }
            });
        }

        private void tcpConnected(Channel channel) {
            SslHandler handler = sslHandler;
            if (handler == null) {
                listener.connected(channel);
                return;
            }
            handler.handshakeFuture().addListener(f -> {
                if (f.isSuccess()) {
                    listener.connected(channel);
                } else {
                    channel.close();
                    listener.failed(f.cause());
                }
            });
        }
    }
}
