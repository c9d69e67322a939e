package dev.socketscope.bench.load;

import dev.socketscope.bench.peer.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Short lives of connections that begin at a steady rate however many are under way, so that a relay that falls behind is not spared. */
public final class Arrivals implements AutoCloseable {
    private static final long TICK_MILLIS = 5;
    private static final long MOST_UNDER_WAY = 4_000;
    /** Programs that have just started are slow: they warm up at this part of the rate. */
    private static final int WARM_UP_PART = 4;
    private final Transport transport = new Transport();
    private final Tally tally = new Tally();
    private final InetSocketAddress to;
    private final Bootstrap client;
    private final int perSecond;
    private int rate;
    private long since = System.nanoTime();
    private long begun;
    private long ended;
    private long most;

    /**
     * What came out.
     *
     * @param begun connections that were begun
     * @param most how many were under way at once
     */
    public record Outcome(Measured measured, long begun, long most) {}

    public Arrivals(InetSocketAddress to, int perSecond) {
        this.to = to;
        this.perSecond = perSecond;
        this.rate = Math.max(1, perSecond / WARM_UP_PART);
        client = transport.client().handler(new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new ShortLife(to, tally, () -> ended++));
            }
        });
        transport.loop().next().scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long due = (System.nanoTime() - since) * rate / TimeUnit.SECONDS.toNanos(1);
        for (; begun < due && !tally.stopped(); begun++) {
            ShortLife.begin(client, to, tally);
        }
        most = Math.max(most, begun - ended);
        if (most > MOST_UNDER_WAY) {
            tally.fail(new IOException(
                    "more than " + MOST_UNDER_WAY + " connections are under way: the relay, or this machine, "
                            + "falls behind"));
        }
    }

    /** @throws IllegalStateException as soon as one connection fails, is refused or ends before its time */
    public Outcome run(Duration warmUp, Duration measured, Runnable atStart, Runnable atEnd)
            throws InterruptedException, ExecutionException {
        tally.run(warmUp.toNanos());
        transport.loop().submit(this::restart).get();
        atStart.run();
        tally.run(measured.toNanos());
        Outcome outcome = transport.loop().submit(() -> new Outcome(tally.finish(), begun, most)).get();
        atEnd.run();
        return outcome;
    }

    private void restart() {
        rate = perSecond;
        tally.restart();
        since = System.nanoTime();
        ended -= begun;
        begun = 0;
        most = 0;
    }

    @Override
    public void close() {
        transport.close();
    }
}
