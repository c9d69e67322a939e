package dev.socketscope.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Sends every message when it is due, whatever has come back, and compares every byte that does. */
final class PacedSocket extends ClientSocket {
    private final int sockets;
    private final Payloads payloads;
    private final Tally tally;
    private final Opening opening;
    private final Timetable timetable;
    private final EchoedFrames frames;
    private @Nullable ChannelHandlerContext open;
    private int number;
    private long sent;

    PacedSocket(InetSocketAddress to, int sockets, Payloads payloads, Tally tally, Opening opening,
            Timetable timetable) {
        super(to, "/", tally);
        this.sockets = sockets;
        this.payloads = payloads;
        this.tally = tally;
        this.opening = opening;
        this.timetable = timetable;
        this.frames = new EchoedFrames(payloads, back -> tally.done(timetable.late(number, back)));
    }

    @Override
    void opened(ChannelHandlerContext ctx) {
        frames.on(ctx.channel());
        open = ctx;
        opening.opened(() -> number = timetable.join(this, sockets));
    }

    /** Sends what is due, as far as the relay takes it. */
    void send() {
        ChannelHandlerContext ctx = open;
        if (ctx == null || !ctx.channel().isWritable()) {
            return;
        }
        long due = timetable.due(number);
        for (; sent < due && ctx.channel().isWritable(); sent++) {
            ByteBuf out = ctx.alloc().buffer(payloads.frameBytes(sent));
            payloads.write(out, sent);
            ctx.write(out, ctx.voidPromise());
        }
        ctx.flush();
    }

    @Override
    void read(ChannelHandlerContext ctx, ByteBuf in) throws IOException {
        frames.feedAndCheck(in);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!tally.stopped()) {
            send();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        tally.fail(new IOException("a socket was closed after " + sent + " messages were sent"));
    }
}
