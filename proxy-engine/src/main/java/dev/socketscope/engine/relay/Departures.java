package dev.socketscope.engine.relay;

import dev.socketscope.engine.fault.FaultRule;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What faults keep back until a moment. Belongs to the tunnel's event loop. */
final class Departures {
    /** What one costs beside its content. */
    private static final int OVERHEAD = 256;

    /** Something that is to leave. */
    interface Late {
        void leave();

        /** Nobody is left to whom it could leave. */
        default void drop() {}
    }

    /**
     * @param bytes of content
     * @param heldBy the faults on whose behalf it waits
     */
    record Departure(long atNanos, long bytes, List<FaultRule> heldBy, Late late) {
        private Departure at(long nanos) {
            return new Departure(nanos, bytes, heldBy, late);
        }
    }

    private final EventLoop loop;
    private final Queue<Departure> waiting;
    private final Runnable left;
    private long bytes;
    private @Nullable Future<?> timer;

    private Departures(EventLoop loop, Queue<Departure> waiting, Runnable left) {
        this.loop = loop;
        this.waiting = waiting;
        this.left = left;
    }

    /** Each waits for those in front of it, too. @param left runs whenever some have left because their moment had come */
    static Departures inOrder(EventLoop loop, Runnable left) {
        return new Departures(loop, new ArrayDeque<>(), left);
    }

    /** Each leaves at its moment, whatever else waits. @param left runs whenever some have left because their moment had come */
    static Departures byTime(EventLoop loop, Runnable left) {
        Comparator<Departure> order = (a, b) -> Long.signum(a.atNanos() - b.atNanos());
        return new Departures(loop, new PriorityQueue<>(order), left);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What all that waits comes to in memory. */
    long bytes() {
        return bytes;
    }

    /** Leaves now if nothing is in the way and its moment has come. */
    void add(Departure departure, long now) {
        if (waiting.isEmpty() && departure.atNanos() - now <= 0) {
            departure.late().leave();
            return;
        }
        enqueue(departure);
        if (waiting.peek() == departure) {
            watch();
        }
    }

    private void enqueue(Departure departure) {
        waiting.add(departure);
        bytes += departure.bytes() + OVERHEAD;
    }

    private void watch() {
        if (timer != null) {
            timer.cancel(false);
        }
        Departure first = waiting.peek();
        timer = first == null ? null
                : loop.schedule(this::due, Math.max(0, first.atNanos() - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void due() {
        timer = null;
        leaveUntil(System.nanoTime());
        left.run();
    }

    private void leaveUntil(long now) {
        while (!waiting.isEmpty() && waiting.element().atNanos() - now <= 0) {
            remove().late().leave();
        }
        watch();
    }

    private Departure remove() {
        Departure first = waiting.remove();
        bytes -= first.bytes() + OVERHEAD;
        return first;
    }

    /** Everything, in the order in which it would have left. */
    List<Departure> takeAll() {
        List<Departure> all = new ArrayList<>();
        while (!waiting.isEmpty()) {
            all.add(remove());
        }
        watch();
        return all;
    }

    /** What those faults do not hold any longer leaves as soon as nothing is in front of it. */
    void letGo(Predicate<List<FaultRule>> over) {
        long now = System.nanoTime();
        takeAll().forEach(each -> enqueue(over.test(each.heldBy()) && each.atNanos() - now > 0 ? each.at(now) : each));
        leaveUntil(now);
    }

    /** Nothing leaves any more. */
    void stop() {
        takeAll().forEach(each -> each.late().drop());
    }
}
