package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** The engine's end of an HTTP connection to an upstream: lent to one exchange at a time, idle in between. */
final class UpstreamLink extends ChannelInboundHandlerAdapter {
    /** Whoever has the link. All calls come on the event loop. */
    interface User {
        /** Takes ownership of the part. */
        void answer(HttpObject part);

        void answerReadComplete();

        /** The upstream takes bytes again, or no longer. */
        void upstreamWritabilityChanged();

        /** The connection is gone; {@code cause} is null when it was closed in an orderly way. */
        void upstreamGone(@Nullable Throwable cause);
    }

    private final Channel channel;
    private final UpstreamPool pool;
    private final UpstreamAddress address;
    private @Nullable User user;
    private @Nullable Throwable failure;
    private boolean reused;
    private long idleSinceNanos;

    UpstreamLink(Channel channel, UpstreamPool pool, UpstreamAddress address) {
        this.channel = channel;
        this.pool = pool;
        this.address = address;
    }

    Channel channel() {
        return channel;
    }

    UpstreamAddress address() {
        return address;
    }

    /** Whether an exchange before the present one used the connection, so that it may have gone stale. */
    boolean reused() {
        return reused;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    void lend(User to) {
        user = to;
        failure = null;
    }

    /** The exchange is over and the connection can carry another one. */
    void giveBack() {
        user = null;
        reused = true;
        idleSinceNanos = System.nanoTime();
        channel.config().setAutoRead(true);
        pool.put(this);
    }

    /** The exchange is over and the connection with it. */
    void discard() {
        user = null;
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (user != null && msg instanceof HttpObject part) {
            user.answer(part);
        } else {
            ReferenceCountUtil.release(msg);
            ctx.close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (user != null) {
            user.answerReadComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (user != null) {
            user.upstreamWritabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        pool.forget(this);
        User had = user;
        user = null;
        if (had != null) {
            had.upstreamGone(failure);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            failure = cause;
            ctx.close();
        }
    }
}
