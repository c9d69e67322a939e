package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Head;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The client end of one socket: asks for the upgrade and gives what follows the 101 to a subclass. */
abstract class ClientSocket extends ChannelInboundHandlerAdapter {
    private final String host;
    private final String path;
    private final Tally tally;
    private @Nullable Head head = new Head();

    ClientSocket(InetSocketAddress to, String path, Tally tally) {
        this.host = to.getHostString() + ":" + to.getPort();
        this.path = path;
        this.tally = tally;
    }

    /** The upgrade was accepted. */
    abstract void opened(ChannelHandlerContext ctx);

    abstract void read(ChannelHandlerContext ctx, ByteBuf in) throws IOException;

    @Override
    public final void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(Unpooled.wrappedBuffer(Head.request(host, path)));
    }

    @Override
    public final void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
        ByteBuf in = (ByteBuf) message;
        try {
            if (head != null) {
                finishUpgrade(ctx, in, head);
            }
            read(ctx, in);
        } finally {
            in.release();
        }
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        tally.fail(cause);
        ctx.close();
    }

    private void finishUpgrade(ChannelHandlerContext ctx, ByteBuf in, Head awaited) throws IOException {
        String response = awaited.feed(in);
        if (response != null) {
            Head.check(response);
            head = null;
            opened(ctx);
        }
    }
}
