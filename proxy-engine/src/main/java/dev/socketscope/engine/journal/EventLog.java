package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/** The engine's events, numbered from 0 without gaps, bounded in number; the oldest are dropped first. Readers take no lock. */
public final class EventLog {
    private final AtomicReferenceArray<Event> ring;
    private final Object lock = new Object();
    private volatile long endSeq;

    /** @param maxEvents how many are kept, at least 1 */
    public EventLog(int maxEvents) {
        this.ring = new AtomicReferenceArray<>(maxEvents);
    }

    /**
     * Writes an event down and answers it.
     *
     * @param event makes the event that carries the number it is given; called once, under the log's lock
     */
    public Event append(LongFunction<? extends Event> event) {
        synchronized (lock) {
            long seq = endSeq;
            Event made = event.apply(seq);
            ring.set(slot(seq), made);
            endSeq = seq + 1;
            return made;
        }
    }

    /** Number that the next event will get. */
    public long endSeq() {
        return endSeq;
    }

    /**
     * Answers at once with what is there.
     *
     * @param after the {@code next} of the page before; 0 to begin with the oldest event still there
     * @param limit at most so many events
     */
    public EventPage read(long after, int limit) {
        long end = endSeq;
        long from = Math.clamp(after, Math.max(0, end - ring.length()), end);
        List<Event> events = new ArrayList<>((int) Math.clamp(end - from, 0, limit));
        long next = from;
        for (; next < end && events.size() < limit; next++) {
            Event event = ring.get(slot(next));
            if (event.seq() == next) {
                events.add(event);
            } else {
                // A writer came round meanwhile, so everything up to here has been dropped too.
                events.clear();
                from = next + 1;
            }
        }
        return new EventPage(Math.max(0, from - after), List.copyOf(events), next);
    }

    private int slot(long seq) {
        return (int) (seq % ring.length());
    }
}
