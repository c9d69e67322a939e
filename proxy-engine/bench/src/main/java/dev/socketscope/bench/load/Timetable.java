package dev.socketscope.bench.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When each message is due: evenly spread over time, and over the sockets by turns. A message that a relay, or this machine, keeps from
 * being sent in time is late from the moment it was due, so that nobody gains by standing still (no coordinated omission).
 */
final class Timetable {
    /** Fine enough that waiting for a tick is little beside the quickest answer. */
    private static final long TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final EventLoop loop;
    private final int perSecond;
    private final Tally tally;
    private final List<PacedSocket> sockets = new ArrayList<>();
    private @Nullable Future<?> ticking;
    private long begun;
    private long due;

    Timetable(EventLoop loop, int perSecond, Tally tally) {
        this.loop = loop;
        this.perSecond = perSecond;
        this.tally = tally;
    }

    /** One more socket takes part; the last of them starts the clock. @return its number */
    int join(PacedSocket socket, int all) {
        sockets.add(socket);
        if (sockets.size() == all) {
            begun = System.nanoTime();
            ticking = loop.scheduleAtFixedRate(this::tick, 0, TICK_NANOS, TimeUnit.NANOSECONDS);
        }
        return sockets.size() - 1;
    }

    private void tick() {
        if (tally.stopped()) {
            stop();
            return;
        }
        long now = (System.nanoTime() - begun) * perSecond / SECOND;
        long before = due;
        due = now;
        // Each socket once, however many of its messages have become due meanwhile.
        for (long n = Math.max(before, now - sockets.size()); n < now; n++) {
            sockets.get((int) (n % sockets.size())).send();
        }
    }

    private void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /** How many messages of a socket have been due until now. */
    long due(int socket) {
        return due <= socket ? 0 : (due - socket - 1) / sockets.size() + 1;
    }

    /** How long ago message {@code number} of a socket was due. */
    long late(int socket, long number) {
        return System.nanoTime() - begun - (number * sockets.size() + socket) * SECOND / perSecond;
    }
}
