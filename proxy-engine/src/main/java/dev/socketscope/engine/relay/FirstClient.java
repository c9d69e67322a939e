package dev.socketscope.engine.relay;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Does something once, when the first client comes: what an engine without any would pay for in vain. */
final class FirstClient extends ChannelInboundHandlerAdapter {
    private final Runnable first;

    FirstClient(Runnable first) {
        this.first = first;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object client) {
        context.pipeline().remove(this);
        first.run();
        context.fireChannelRead(client);
    }
}
