package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.FrameReader;
import dev.socketscope.bench.peer.Frames;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Upgrades, says goodbye with 1000, waits for the answer and the FIN, and begins anew with another socket. */
final class ShortLife extends ClientSocket {
    private static final int KEY = 0x37FA213D;
    private static final int NORMAL = 1000;
    private final Bootstrap again;
    private final InetSocketAddress to;
    private final Tally tally;
    private final long begun = System.nanoTime();
    private long openedAfter;
    private boolean answered;
    private final FrameReader frames = new FrameReader() {
        @Override
        protected void onHeader(int firstByte, long payloadLength, int maskKey) {
            answered = firstByte == (Frames.FIN | Frames.CLOSE) && payloadLength == 2;
        }

        @Override
        protected void onPayload(ByteBuf in, int at, int count, long from) {}

        @Override
        protected void onEnd() {}
    };

    ShortLife(Bootstrap again, InetSocketAddress to, Tally tally) {
        super(to, "/");
        this.again = again;
        this.to = to;
        this.tally = tally;
    }

    @Override
    void opened(ChannelHandlerContext ctx) {
        openedAfter = System.nanoTime() - begun;
        ByteBuf code = ctx.alloc().buffer(2).writeShort(NORMAL);
        ByteBuf out = ctx.alloc().buffer(2 + Frames.HEADER_ROOM);
        Frames.writeMasked(out, Frames.FIN | Frames.CLOSE, KEY, code);
        code.release();
        ctx.writeAndFlush(out);
    }

    @Override
    void read(ChannelHandlerContext ctx, ByteBuf in) {
        frames.feed(in);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (tally.stopped()) {
            return;
        }
        if (!answered) {
            failed(new IOException("a socket was closed before its Close was answered"));
            return;
        }
        tally.done(openedAfter);
        again.connect(to).addListener((ChannelFuture connected) -> {
            if (!connected.isSuccess()) {
                failed(connected.cause());
            }
        });
    }

    @Override
    void failed(Throwable cause) {
        if (!tally.stopped()) {
            tally.fail(cause);
        }
    }
}
