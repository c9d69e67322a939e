package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends so many messages a second, spread evenly over its sockets, whatever comes back. A socket whose peer does not read is left
 * out until it does, so the stream falls behind its rate instead of filling memory.
 */
public final class SteadyStream implements AutoCloseable {
    private static final long TICK_MILLIS = 5;
    private final Transport transport = new Transport();
    private final InetSocketAddress to;
    private final String path;
    private final Payloads payloads;
    private final Tally tally = new Tally();
    private final List<Channel> open = new ArrayList<>();
    private long begun;
    private long sent;
    private long returned;

    /** How many messages have been sent and how many data frames have come back since the start. */
    public record Progress(long sent, long returned) {}

    public SteadyStream(InetSocketAddress to, String path, int size) {
        this.to = to;
        this.path = path;
        this.payloads = Payloads.json(size);
    }

    public void start(int sockets, int perSecond) {
        Bootstrap client = transport.client().handler(new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new Socket());
            }
        });
        for (int i = 0; i < sockets; i++) {
            client.connect(to).syncUninterruptibly();
        }
        begun = System.nanoTime();
        transport.loop().next().scheduleAtFixedRate(() -> tick(perSecond), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits and tells how far the stream has come. @throws IllegalStateException when a socket has failed */
    public Progress progressAfter(long nanos) throws InterruptedException {
        tally.run(nanos);
        return transport.loop().submit(() -> new Progress(sent, returned)).syncUninterruptibly().getNow();
    }

    @Override
    public void close() {
        transport.loop().submit(tally::finish).syncUninterruptibly();
        transport.close();
        payloads.close();
    }

    private void tick(int perSecond) {
        long due = (System.nanoTime() - begun) * perSecond / TimeUnit.SECONDS.toNanos(1) - sent;
        List<Channel> ready = open.stream().filter(Channel::isWritable).toList();
        for (int i = 0; i < ready.size(); i++) {
            send(ready.get(i), due * (i + 1) / ready.size() - due * i / ready.size());
        }
        if (ready.isEmpty()) {
            begun = System.nanoTime() - sent * TimeUnit.SECONDS.toNanos(1) / perSecond;
        }
    }

    private void send(Channel channel, long count) {
        ByteBuf out = channel.alloc().buffer();
        for (long i = 0; i < count; i++) {
            payloads.write(out, sent++);
        }
        channel.writeAndFlush(out, channel.voidPromise());
    }

    private final class Socket extends ClientSocket {
        private final DataFrames frames = new DataFrames() {
            @Override
            void header(long length, int maskKey) {}

            @Override
            void payload(ByteBuf in, int at, int count, long from) {}

            @Override
            void end() {
                returned++;
            }
        };

        Socket() {
            super(to, path, tally);
        }

        @Override
        void opened(ChannelHandlerContext ctx) {
            frames.on(ctx.channel());
            open.add(ctx.channel());
        }

        @Override
        void read(ChannelHandlerContext ctx, ByteBuf in) {
            frames.feed(in);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            tally.fail(new IOException("the server closed a socket"));
        }
    }
}
