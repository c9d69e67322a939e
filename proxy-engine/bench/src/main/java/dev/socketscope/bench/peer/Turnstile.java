package dev.socketscope.bench.peer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Passes TCP connections on and counts what comes back through them: bytes of every connection, and frames of those that were
 * upgraded to WebSockets. Nothing is read from a side whose other side does not take it.
 */
public final class Turnstile implements AutoCloseable {
    private static final String UPGRADED = "HTTP/1.1 101 ";
    private final Transport transport = new Transport();
    private final InetSocketAddress target;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder frames = new LongAdder();
    private final Channel channel;

    /** What has come from the target since the start. */
    public record Count(long bytes, long frames) {}

    public Turnstile(InetSocketAddress target) {
        this.target = target;
        this.channel = transport.server(Near::new)
                .childOption(ChannelOption.AUTO_READ, false)
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    public Count count() {
        return new Count(bytes.sum(), frames.sum());
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        transport.close();
    }

    /** The side that asks. */
    private final class Near extends Side {
        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            Channel near = ctx.channel();
            Far far = new Far();
            transport.client().handler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel made) {
                    made.pipeline().addLast(far);
                }
            }).connect(target).addListener((ChannelFutureListener) dialled -> {
                if (dialled.isSuccess()) {
                    other = dialled.channel();
                    far.other = near;
                    near.config().setAutoRead(true);
                } else {
                    near.close();
                }
            });
        }
    }

    /** The side that answers. */
    private final class Far extends Side {
        private final Head head = new Head();
        private boolean begun;
        private boolean upgraded;
        private final FrameReader reader = new FrameReader() {
            @Override
            protected void onHeader(int firstByte, long payloadLength, int maskKey) {}

            @Override
            protected void onPayload(ByteBuf in, int at, int count, long from) {}

            @Override
            protected void onEnd() {
                frames.increment();
            }
        };

        @Override
        void passing(ByteBuf in) throws IOException {
            bytes.add(in.readableBytes());
            if (!begun) {
                String whole = head.feed(in);
                begun = whole != null;
                upgraded = whole != null && whole.startsWith(UPGRADED);
            }
            if (upgraded) {
                reader.feed(in);
            }
        }
    }

    private abstract static class Side extends ChannelInboundHandlerAdapter {
        @Nullable
        Channel other;

        /** @param in a view with indices of its own */
        void passing(ByteBuf in) throws IOException {}

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
            ByteBuf in = (ByteBuf) message;
            passing(in.duplicate());
            if (other == null) {
                in.release();
            } else {
                other.write(in);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            if (other != null) {
                other.flush();
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            if (other != null) {
                other.config().setAutoRead(ctx.channel().isWritable());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (other != null) {
                other.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
