package dev.socketscope.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Keeps a number of messages under way on one socket and compares every byte that comes back with what was sent. */
final class EchoSocket extends ClientSocket {
    private final Payloads payloads;
    private final Tally tally;
    private final Opening opening;
    private final long[] sentAt;
    private long sent;
    private int owed;
    private final EchoedFrames frames;

    EchoSocket(InetSocketAddress to, int inFlight, Payloads payloads, Tally tally, Opening opening) {
        super(to, "/", tally);
        this.payloads = payloads;
        this.tally = tally;
        this.opening = opening;
        this.sentAt = new long[inFlight];
        this.owed = inFlight;
        this.frames = new EchoedFrames(payloads, this::back);
    }

    @Override
    void opened(ChannelHandlerContext ctx) {
        frames.on(ctx.channel());
        opening.opened(() -> send(ctx));
    }

    @Override
    void read(ChannelHandlerContext ctx, ByteBuf in) throws IOException {
        frames.feedAndCheck(in);
    }

    private void back(long number) {
        tally.done(System.nanoTime() - sentAt[(int) (number % sentAt.length)]);
        owed++;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (sent > 0 && owed > 0 && !tally.stopped()) {
            send(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        tally.fail(new IOException("a socket was closed after " + sent + " messages were sent"));
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
