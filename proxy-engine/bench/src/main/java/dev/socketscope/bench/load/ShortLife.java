package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.FrameReader;
import dev.socketscope.bench.peer.Frames;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Upgrades, says goodbye with 1000, waits for the answer and the FIN, and says that it has been. */
final class ShortLife extends ClientSocket {
    private static final int KEY = 0x37FA213D;
    private static final int NORMAL = 1000;
    private final Tally tally;
    private final Runnable next;
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

    /** @param next called on the event loop when it has ended well */
    ShortLife(InetSocketAddress to, Tally tally, Runnable next) {
        super(to, "/", tally);
        this.tally = tally;
        this.next = next;
    }

    /** Begins one more; on the event loop. */
    static void begin(Bootstrap client, InetSocketAddress to, Tally tally) {
        client.connect(to).addListener((ChannelFuture connected) -> {
            if (!connected.isSuccess()) {
                tally.fail(connected.cause());
            }
        });
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
            tally.fail(new IOException("a socket was closed before its Close was answered"));
            return;
        }
        tally.done(openedAfter);
        next.run();
    }
}
