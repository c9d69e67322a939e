package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;

/** The only handler on a leg after the 101. */
final class LegHandler extends ChannelInboundHandlerAdapter {
    private final Leg leg;
    private final Flow from;
    private final Flow to;
    private final TunnelEnding ending;
    private boolean muted;

    /**
     * @param from carries what this leg's peer sends
     * @param to carries what this leg's peer gets
     */
    LegHandler(Leg leg, Flow from, Flow to, TunnelEnding ending) {
        this.leg = leg;
        this.from = from;
        this.to = to;
        this.ending = ending;
    }

    /** The tunnel goes on without this socket; nothing it still does is of interest. */
    void mute() {
        muted = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof ByteBuf bytes && !muted) {
            from.pass(bytes);
        } else {
            ReferenceCountUtil.release(msg);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!muted) {
            from.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!muted) {
            to.destinationWritable();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        // TLS has an end of its own, which need not be followed by FIN at once.
        if ((event == ChannelInputShutdownEvent.INSTANCE || event == SslCloseCompletionEvent.SUCCESS) && !muted) {
            ending.inputEnded(leg);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!muted) {
            ending.gone(leg);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!muted && !BoundedReads.isPause(cause)) {
            Surprise.log(cause);
            ending.broken(leg, cause);
        }
    }
}
