package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Puts a {@link Workload} on one address: warm-up first, then the part that counts. */
public final class LoadRun implements AutoCloseable {
    private final Transport transport = new Transport();
    private final Map<Integer, Payloads> payloadsBySize = new HashMap<>();

    /**
     * @param atStart called when measuring begins
     * @param atEnd called when it ends
     * @throws IllegalStateException when a socket fails or a byte comes back wrong
     */
    public Measured run(InetSocketAddress to, Workload workload, Duration warmUp, Duration measured, Runnable atStart,
            Runnable atEnd) throws InterruptedException, ExecutionException {
        Tally tally = new Tally();
        List<Channel> channels = start(to, workload, tally);
        try {
            tally.run(warmUp.toNanos());
            transport.loop().submit(tally::restart).get();
            atStart.run();
            tally.run(measured.toNanos());
            Measured result = transport.loop().submit(tally::finish).get();
            atEnd.run();
            return result;
        } finally {
            transport.loop().submit(tally::finish).get();
            channels.forEach(channel -> channel.close().awaitUninterruptibly());
        }
    }

    private List<Channel> start(InetSocketAddress to, Workload workload, Tally tally) {
        return switch (workload) {
            case Workload.Echo echo -> {
                Payloads payloads = payloadsBySize.computeIfAbsent(echo.size(), Payloads::binary);
                yield connect(to, echo.sockets(), () -> new EchoSocket(to, echo.inFlight(), payloads, tally));
            }
            case Workload.Handshakes handshakes -> {
                Bootstrap client = transport.client();
                client.handler(initializer(() -> new ShortLife(to, tally, () -> ShortLife.begin(client, to, tally))));
                yield connect(client, to, handshakes.sockets());
            }
        };
    }

    private List<Channel> connect(InetSocketAddress to, int sockets, Supplier<ChannelHandler> handler) {
        return connect(transport.client().handler(initializer(handler)), to, sockets);
    }

    private static List<Channel> connect(Bootstrap client, InetSocketAddress to, int sockets) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            channels.add(client.connect(to).syncUninterruptibly().channel());
        }
        return channels;
    }

    private static ChannelInitializer<SocketChannel> initializer(Supplier<ChannelHandler> handler) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(handler.get());
            }
        };
    }

    @Override
    public void close() {
        transport.close();
        payloadsBySize.values().forEach(Payloads::close);
    }
}
