package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** The upstream's side of an upgrade that is under way. */
final class UpgradeLink extends ChannelInboundHandlerAdapter {
    /** Who waits for the answer. All calls come on the event loop. */
    interface User {
        /** Takes ownership of the part. */
        void answer(HttpObject part);

        void answerReadComplete();

        /** The upstream sends nothing more; {@code cause} is null when it ended in an orderly way. */
        void upstreamGone(@Nullable Throwable cause);
    }

    private final Channel channel;
    private final ReadClock clock;
    private @Nullable User user;

    private UpgradeLink(Channel channel, ReadClock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** Sets up a connection for one upgrade. */
    static ChannelInitializer<Channel> setUp() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                // A FIN right behind the 101 must not close the connection before its last bytes were passed on.
                channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
                ReadClock clock = new ReadClock();
                channel.pipeline()
                        .addLast(clock, new HttpClientCodec(RequestDecoder.config(), false, false),
                                new UpgradeLink(channel, clock));
            }
        };
    }

    Channel channel() {
        return channel;
    }

    ReadClock clock() {
        return clock;
    }

    void lend(User to) {
        user = to;
    }

    /** Sends the upgrade; its headers have been rewritten. */
    ChannelFuture ask(HttpRequest request, RequestTarget target) {
        return channel.writeAndFlush(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, request.method(),
                target.originForm(), Unpooled.EMPTY_BUFFER, request.headers(), EmptyHttpHeaders.INSTANCE));
    }

    void discard() {
        user = null;
        channel.close();
    }

    /** Leaves the connection to {@code successor}, and with it every byte that came behind the 101. */
    void replaceWith(ChannelInboundHandlerAdapter successor) {
        user = null;
        channel.pipeline().addLast(successor);
        channel.pipeline().remove(this);
        channel.pipeline().remove(clock);
        channel.pipeline().remove(HttpClientCodec.class);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (user != null && msg instanceof HttpObject part) {
            user.answer(part);
        } else {
            ReferenceCountUtil.release(msg);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (user != null) {
            user.answerReadComplete();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            gone(null);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        gone(null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            gone(cause);
            ctx.close();
        }
    }

    private void gone(@Nullable Throwable cause) {
        User had = user;
        user = null;
        if (had != null) {
            had.upstreamGone(cause);
        }
    }
}
