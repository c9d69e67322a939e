package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.wire.EventPageJson;
import java.util.List;

/** The journal's events from a cursor on. */
final class EventFeed implements Feed {
    static final int MOST_EVENTS = 500;
    private final Engine engine;
    private long cursor;

    EventFeed(Engine engine, long cursor) {
        this.engine = engine;
        this.cursor = cursor;
    }

    @Override
    public void collect(List<Object> out) {
        EventPage page = engine.events(cursor, MOST_EVENTS);
        cursor = page.next();
        if (!page.events().isEmpty() || page.missed() > 0) {
            EventPageJson json = EventPageJson.of(page);
            out.add(new StreamMessages.Events("events", json.missed(), json.events(), json.next()));
        }
    }
}
