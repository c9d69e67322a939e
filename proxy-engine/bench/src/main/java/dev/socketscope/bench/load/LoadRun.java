package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Puts a {@link Workload} on one address: warm-up first, then the part that counts. */
public final class LoadRun implements AutoCloseable {
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(3);
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
        Opening opening = opening(to, workload, tally);
        try {
            transport.loop().submit(opening::start).get();
            tally.await(opening.all(), LONGEST_OPENING.toNanos());
            tally.run(warmUp.toNanos());
            transport.loop().submit(tally::restart).get();
            atStart.run();
            tally.run(measured.toNanos());
            Measured result = transport.loop().submit(tally::finish).get();
            atEnd.run();
            return result;
        } finally {
            transport.loop().submit(tally::finish).get();
            List<Channel> channels = transport.loop().submit(() -> List.copyOf(opening.channels())).get();
            channels.forEach(Channel::close);
            channels.forEach(channel -> channel.closeFuture().awaitUninterruptibly());
        }
    }

    private Opening opening(InetSocketAddress to, Workload workload, Tally tally) {
        Bootstrap client = transport.client();
        return switch (workload) {
            case Workload.Echo echo -> new Opening(client, to, echo.sockets(), tally,
                    all -> new EchoSocket(to, echo.inFlight(), payloads(echo.size()), tally, all));
            case Workload.Paced paced -> {
                Timetable timetable = new Timetable(transport.loop().next(), paced.perSecond(), tally);
                yield new Opening(client, to, paced.sockets(), tally,
                        all -> new PacedSocket(to, paced.sockets(), payloads(paced.size()), tally, all, timetable));
            }
            case Workload.Handshakes handshakes -> new Opening(client, to, handshakes.sockets(), tally,
                    _ -> new ShortLife(to, tally, () -> ShortLife.begin(client, to, tally))).apart();
        };
    }

    private Payloads payloads(int size) {
        return payloadsBySize.computeIfAbsent(size, Payloads::binary);
    }

    @Override
    public void close() {
        transport.close();
        payloadsBySize.values().forEach(Payloads::close);
    }
}
