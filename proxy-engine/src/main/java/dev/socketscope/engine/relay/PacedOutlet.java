package dev.socketscope.engine.relay;

import dev.socketscope.engine.fault.Ending;
import dev.socketscope.engine.fault.Pacing;
import dev.socketscope.engine.fault.Waits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes of one direction that leave when the transport faults let them, in order. Belongs to the tunnel's event loop. */
final class PacedOutlet {
    /** A link holds no more than that; then its source is not read any further. */
    private static final long FULL = 8 << 20;

    private final Pacing pacing;
    private final TunnelLeg destination;
    private final EventLoop loop;
    private final Runnable relieved;
    private final Consumer<Ending> ends;
    private final ArrayDeque<ByteBuf> queue = new ArrayDeque<>();
    private final ArrayDeque<Runnable> whenDrained = new ArrayDeque<>(1);
    private long queued;
    private boolean wasFull;
    private @Nullable Future<?> timer;

    /**
     * @param relieved runs when the source may be read again
     * @param ends is told when as many bytes have left as a fault allows; what is behind them is lost
     */
    PacedOutlet(Pacing pacing, TunnelLeg destination, EventLoop loop, Runnable relieved, Consumer<Ending> ends) {
        this.pacing = pacing;
        this.destination = destination;
        this.loop = loop;
        this.relieved = relieved;
        this.ends = ends;
    }

    /** Takes ownership. */
    void add(ByteBuf bytes, long readNanos) {
        pacing.arrived(bytes.readableBytes(), readNanos);
        queued += bytes.readableBytes();
        queue.add(bytes);
        wasFull |= full();
    }

    boolean full() {
        return queued >= FULL;
    }

    long queued() {
        return queued;
    }

    /** Whether nothing is left that a fault could hold up. */
    boolean idle() {
        return queue.isEmpty() && pacing.idle();
    }

    /** Lets leave what may, and looks again when more may. */
    void drain() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        Channel channel = destination.channel();
        long now = System.nanoTime();
        long ready = queue.isEmpty() || destination.away() ? 0 : pacing.ready(now);
        boolean wrote = false;
        while (ready > 0 && channel.isWritable() && !queue.isEmpty()) {
            long sent = write(channel, ready);
            pacing.left(sent, now);
            queued -= sent;
            wrote = true;
            ready = pacing.ready(now);
        }
        if (wrote) {
            channel.flush();
            Ending ending = pacing.ending(now);
            if (ending != null) {
                clear();
                ends.accept(ending);
            }
        }
        if (wasFull && queued < FULL / 2) {
            wasFull = false;
            relieved.run();
        }
        if (queue.isEmpty()) {
            whenDrained.forEach(Runnable::run);
            whenDrained.clear();
        } else if (channel.isWritable()) {
            long wait = pacing.untilNext(now);
            if (wait != Waits.NEVER) {
                timer = loop.schedule(this::drain, Math.max(200_000, wait), TimeUnit.NANOSECONDS);
            }
        }
    }

    private long write(Channel channel, long most) {
        ByteBuf first = queue.element();
        if (first.readableBytes() <= most) {
            int length = first.readableBytes();
            channel.write(queue.remove(), channel.voidPromise());
            return length;
        }
        channel.write(first.readRetainedSlice((int) most), channel.voidPromise());
        return most;
    }

    /** Runs as soon as everything has left. */
    void whenDrained(Runnable task) {
        if (queue.isEmpty()) {
            task.run();
        } else {
            whenDrained.add(task);
        }
    }

    /** What waits is of no use to anybody any more. */
    void clear() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        pacing.discarded();
        queue.forEach(ByteBuf::release);
        queue.clear();
        queued = 0;
        whenDrained.forEach(Runnable::run);
        whenDrained.clear();
    }
}
