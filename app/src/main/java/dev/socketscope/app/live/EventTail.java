package dev.socketscope.app.live;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Follows the engine's events with a cursor of its own and keeps the newest. */
final class EventTail {
    private static final int PAGE = 1_000;

    private final Deque<Event> kept = new ArrayDeque<>();
    private volatile int most = RecentEvents.BOUND;
    private long cursor;
    private long dropped;
    private RecentEvents last = RecentEvents.NONE;

    /** @param events so many are kept from the next event on; from any thread */
    void keepAtMost(int events) {
        most = events;
    }

    /** @return the very same object as before when nothing happened since */
    RecentEvents read(Engine engine) {
        boolean news = false;
        EventPage page;
        do {
            page = engine.events(cursor, PAGE);
            cursor = page.next();
            dropped += page.missed();
            news |= !page.events().isEmpty();
            page.events().forEach(this::keep);
        } while (page.events().size() == PAGE);
        if (news) {
            last = new RecentEvents(dropped, List.copyOf(kept));
        }
        return last;
    }

    private void keep(Event event) {
        kept.addLast(event);
        while (kept.size() > most) {
            kept.removeFirst();
            dropped++;
        }
    }
}
