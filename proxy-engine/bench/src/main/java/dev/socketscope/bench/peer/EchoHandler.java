package dev.socketscope.bench.peer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The server end of one socket: accepts the upgrade, then sends every frame back as it comes in, piece by piece and unmasked.
 * Pings get pongs, a Close is answered and ends the socket. Reading stops while the peer does not take what it is sent.
 */
public final class EchoHandler extends ChannelInboundHandlerAdapter {
    private final boolean mute;
    private @Nullable Head head = new Head();
    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private boolean closing;
    private final FrameReader frames = new FrameReader() {
        private int key;
        private boolean answered;

        @Override
        protected void onHeader(int firstByte, long payloadLength, int maskKey) {
            int opcode = firstByte & 0xF;
            key = maskKey;
            closing |= opcode == Frames.CLOSE;
            answered = !mute || opcode >= Frames.CLOSE;
            if (answered) {
                Frames.writeHeader(out, opcode == Frames.PING ? Frames.FIN | Frames.PONG : firstByte, payloadLength);
            }
        }

        @Override
        protected void onPayload(ByteBuf in, int at, int count, long from) {
            if (answered) {
                Frames.writeXored(out, in, at, count, key, from);
            }
        }

        @Override
        protected void onEnd() {}
    };

    /** @param mute whether data frames are swallowed instead of sent back */
    public EchoHandler(boolean mute) {
        this.mute = mute;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
        ByteBuf in = (ByteBuf) message;
        try {
            out = ctx.alloc().buffer(in.readableBytes() + Frames.HEADER_ROOM);
            upgrade(in);
            frames.feed(in);
            ctx.write(out);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (closing) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            ctx.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private void upgrade(ByteBuf in) throws IOException {
        if (head != null) {
            String request = head.feed(in);
            if (request != null) {
                out.writeBytes(Head.response(request));
                head = null;
            }
        }
    }
}
