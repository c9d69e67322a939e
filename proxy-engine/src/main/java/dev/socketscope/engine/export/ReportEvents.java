package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.debug.DebugLine;
import dev.socketscope.engine.html.Html;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened on some connections, as far as the engine still tells: of each the newest {@value #MOST} events. */
final class ReportEvents {
    private static final int MOST = 300;
    private static final int PAGE = 1_000;

    private static final class Kept {
        private final Deque<Event> newest = new ArrayDeque<>();
        private long leftOut;

        private void add(Event event) {
            newest.add(event);
            if (newest.size() > MOST) {
                newest.remove();
                leftOut++;
            }
        }
    }

    private final Map<String, Kept> kept = new HashMap<>();

    /** Reads those that there are now. */
    ReportEvents(Engine engine, Collection<String> connections) {
        connections.forEach(id -> kept.put(id, new Kept()));
        long next = 0;
        EventPage page;
        do {
            page = engine.events(next, PAGE);
            page.events().forEach(this::take);
            next = page.next();
        } while (!page.events().isEmpty());
    }

    private void take(Event event) {
        Kept ofConnection = event.connection() == null ? null : kept.get(event.connection());
        if (ofConnection != null) {
            ofConnection.add(event);
        }
    }

    /** Oldest first. */
    List<Event> of(String connection) {
        return List.copyOf(kept.getOrDefault(connection, new Kept()).newest);
    }

    /** @param begin times count from there */
    void write(Html html, String connection, Instant begin) throws IOException {
        Kept ofConnection = kept.getOrDefault(connection, new Kept());
        if (ofConnection.newest.isEmpty()) {
            return;
        }
        html.leaf("h3", "Events")
                .open("details")
                .leaf("summary", ReportWords.count(ofConnection.newest.size(), "event"));
        if (ofConnection.leftOut > 0) {
            html.leaf("p", "Left out: the " + ReportWords.count(ofConnection.leftOut) + " oldest.", "class", "note");
        }
        html.open("table");
        for (Event event : ofConnection.newest) {
            DebugLine line = DebugLine.of(event);
            html.open("tr").leaf("td", ReportWords.since(begin, ReportWords.micros(event.at())), "class", "number");
            html.leaf("td", line.category(), "class", "word muted").leaf("td", line.message(), "class", "word");
            html.open("td", "class", "wide").leaf("code", data(line)).close().close();
        }
        html.close().close();
    }

    /** The connection is the one that is reported on. */
    private static String data(DebugLine line) {
        StringBuilder words = new StringBuilder();
        line.data().forEach((name, value) -> {
            if (!name.equals("connection") && !String.valueOf(value).isBlank()) {
                words.append(words.isEmpty() ? "" : " · ").append(name).append(' ').append(value);
            }
        });
        return words.toString();
    }
}
