package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Sockets that are open and say nothing but pongs. */
public final class IdleSockets implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private final Transport transport = new Transport();
    private final Tally tally = new Tally();
    private final InetSocketAddress to;
    private final List<Channel> channels = new ArrayList<>();

    public IdleSockets(InetSocketAddress to) {
        this.to = to;
    }

    /** Opens so many more and waits until they are. @throws IllegalStateException when one cannot be opened or has been closed */
    public void open(int more) throws InterruptedException {
        Opening opening = new Opening(transport.client(), to, more, tally, Idle::new);
        transport.loop().submit(opening::start);
        tally.await(opening.all(), LONGEST.toNanos());
        channels.addAll(opening.channels());
    }

    /** Lets them be. @throws IllegalStateException when one of them is closed meanwhile */
    public void keep(Duration time) throws InterruptedException {
        tally.run(time.toNanos());
    }

    @Override
    public void close() {
        try {
            transport.loop().submit(tally::finish).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        channels.forEach(Channel::close);
        transport.close();
    }

    private final class Idle extends ClientSocket {
        private final Opening opening;
        private final DataFrames frames = new DataFrames() {
            @Override
            void header(long length, int maskKey) {
                tally.fail(new IOException("data came on a socket that had sent none"));
            }

            @Override
            void payload(ByteBuf in, int at, int count, long from) {}

            @Override
            void end() {}
        };

        Idle(Opening opening) {
            super(to, "/", tally);
            this.opening = opening;
        }

        @Override
        void opened(ChannelHandlerContext ctx) {
            frames.on(ctx.channel());
            opening.opened(() -> {});
        }

        @Override
        void read(ChannelHandlerContext ctx, ByteBuf in) {
            frames.feed(in);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            tally.fail(new IOException("an idle socket was closed"));
        }
    }
}
