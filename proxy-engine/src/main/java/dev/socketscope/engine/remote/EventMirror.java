package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.wire.EventPageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest events that the link has brought, at most {@value #MOST_EVENTS}. Any thread. */
final class EventMirror {
    static final int MOST_EVENTS = 20_000;
    private final TreeMap<Long, Event> events = new TreeMap<>();
    private long cursor;
    private long missed;

    synchronized void add(EventPageJson page) {
        page.known().forEach(e -> events.put(e.seq(), e));
        while (events.size() > MOST_EVENTS) {
            events.pollFirstEntry();
        }
        cursor = page.next();
        missed += page.missed();
    }

    /** As {@link dev.socketscope.engine.api.Engine#events}; what is not here counts as missed. */
    synchronized EventPage read(long after, int limit) {
        long from = Math.min(after, cursor);
        List<Event> page = new ArrayList<>();
        for (Map.Entry<Long, Event> entry : events.tailMap(from).entrySet()) {
            if (page.size() == limit) {
                break;
            }
            page.add(entry.getValue());
        }
        long next = page.isEmpty() ? from : page.getLast().seq() + 1;
        return new EventPage(next - from - page.size(), page, next);
    }

    /** Where the link has to go on. */
    synchronized long cursor() {
        return cursor;
    }

    synchronized long missed() {
        return missed;
    }

    /** Another engine has taken the place of the one before. */
    synchronized void forget() {
        events.clear();
        cursor = 0;
    }
}
