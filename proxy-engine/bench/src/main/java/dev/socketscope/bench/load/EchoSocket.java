package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.FrameReader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Keeps a number of messages under way on one socket and compares every byte that comes back with what was sent. */
final class EchoSocket extends ClientSocket {
    private final Payloads payloads;
    private final Tally tally;
    private final long[] sentAt;
    private long sent;
    private long back;
    private int owed;
    private boolean wrong;
    private final FrameReader frames = new FrameReader() {
        @Override
        protected void onHeader(int firstByte, long payloadLength, int maskKey) {
            wrong |= payloadLength != payloads.size(back) || maskKey != 0;
        }

        @Override
        protected void onPayload(ByteBuf in, int at, int count, long from) {
            wrong = wrong || !payloads.matches(back, in, at, count, from);
        }

        @Override
        protected void onEnd() {
            tally.done(System.nanoTime() - sentAt[(int) (back % sentAt.length)]);
            back++;
            owed++;
        }
    };

    EchoSocket(InetSocketAddress to, int inFlight, Payloads payloads, Tally tally) {
        super(to, "/");
        this.payloads = payloads;
        this.tally = tally;
        this.sentAt = new long[inFlight];
        this.owed = inFlight;
    }

    @Override
    void opened(ChannelHandlerContext ctx) {
        send(ctx);
    }

    @Override
    void read(ChannelHandlerContext ctx, ByteBuf in) throws IOException {
        frames.feed(in);
        if (wrong) {
            throw new IOException("message " + back + " came back changed");
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (sent > 0 && owed > 0 && !tally.stopped()) {
            send(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        failed(new IOException("a socket was closed after " + back + " messages"));
    }

    @Override
    void failed(Throwable cause) {
        if (!tally.stopped()) {
            tally.fail(cause);
        }
    }

    private void send(ChannelHandlerContext ctx) {
        ByteBuf out = ctx.alloc().buffer(owed * payloads.frameBytes(sent));
        long now = System.nanoTime();
        for (; owed > 0; owed--) {
            sentAt[(int) (sent % sentAt.length)] = now;
            payloads.write(out, sent++);
        }
        ctx.writeAndFlush(out, ctx.voidPromise());
    }
}
