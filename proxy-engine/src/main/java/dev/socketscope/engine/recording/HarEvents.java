package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What an engine would have told of the connections of an HTTP archive. */
final class HarEvents {
    /** An event that gets its number when all are known. */
    private record Unnumbered(Instant at, Maker maker) {}

    /** Makes an event with its number. */
    @FunctionalInterface
    private interface Maker {
        Event with(long seq);
    }

    private final List<Unnumbered> events = new ArrayList<>();

    HarEvents(List<Connection> connections) {
        connections.forEach(this::add);
    }

    private void add(Connection c) {
        Instant asked = c.openedAt();
        Instant ended = Objects.requireNonNull(c.closedAt());
        CloseInfo close = Objects.requireNonNull(c.close());
        events.add(new Unnumbered(asked, seq -> new Event.ConnectionRequested(seq, asked, c.id(), c.path(),
                c.client().address(), c.route())));
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            events.add(new Unnumbered(ended, seq -> new Event.HandshakeFailed(seq, ended, c.id(),
                    c.handshake().status(), close.reason())));
        } else {
            long micros = c.handshake().totalMicros();
            Instant opened = asked.plus(micros, ChronoUnit.MICROS);
            Instant at = opened.isAfter(ended) ? ended : opened;
            events.add(new Unnumbered(at, seq -> new Event.ConnectionOpened(seq, at, c.id(), micros)));
        }
        events.add(new Unnumbered(ended, seq -> new Event.ConnectionClosed(seq, ended, c.id(), close)));
    }

    /** In the order of their times, numbered from 0. */
    List<Event> all() {
        events.sort(Comparator.comparing(Unnumbered::at));
        List<Event> numbered = new ArrayList<>();
        for (Unnumbered event : events) {
            numbered.add(event.maker().with(numbered.size()));
        }
        return numbered;
    }
}
