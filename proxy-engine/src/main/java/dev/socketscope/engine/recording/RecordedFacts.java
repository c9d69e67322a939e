package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.EventPageJson;
import dev.socketscope.engine.wire.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a recording says beside its frames. Read once, but for round trips. */
final class RecordedFacts {
    /** More events than the newest so many are not shown. */
    private static final int MOST_EVENTS = 200_000;

    private final java.sql.Connection database;
    private final EngineJson engine;
    private final List<Event> history;
    private final Instant begin;
    private final Instant end;
    private final StatusJson status;
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final TreeMap<Long, Event> events = new TreeMap<>();

    /** @param database stays the caller's */
    RecordedFacts(java.sql.Connection database) throws SQLException {
        this.database = database;
        this.engine = Json.read(Json.parse(text("SELECT value FROM meta WHERE key = 'engine'")), EngineJson.class);
        String last = text("SELECT json FROM status ORDER BY at_micros DESC LIMIT 1");
        this.status = last.isEmpty() ? new StatusJson(engine.counters(), engine.serviceLevels(), List.of(), List.of())
                : Json.read(Json.parse(last), StatusJson.class);
        String micros = text("SELECT max(coalesce((SELECT max(at_micros) FROM status), 0),"
                + " coalesce((SELECT max(at_micros) FROM frame), 0))");
        this.end = Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
        readConnections();
        readEvents();
        this.history = List.copyOf(events.values());
        this.begin = firstMoment();
    }

    /** What was captured before the recording began belongs to it. */
    private Instant firstMoment() throws SQLException {
        String micros = text("SELECT min(coalesce((SELECT min(at_micros) FROM status), 9e18),"
                + " coalesce((SELECT at_micros FROM frame ORDER BY seq LIMIT 1), 9e18))");
        Instant first = Instant.EPOCH.plus((long) Double.parseDouble(micros), ChronoUnit.MICROS);
        Instant earliest = first.isBefore(end) ? first : end;
        for (Event event : events.values()) {
            earliest = event.at().isBefore(earliest) ? event.at() : earliest;
        }
        for (Connection connection : connections.values()) {
            earliest = connection.openedAt().isBefore(earliest) ? connection.openedAt() : earliest;
        }
        return earliest;
    }

    private void readConnections() throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT json FROM connection WHERE json IS NOT NULL ORDER BY opened_at, key")) {
            while (row.next()) {
                Connection connection = Json.read(Json.parse(row.getString(1)), ConnectionJson.class).toApi();
                connections.put(connection.id(), connection.live() ? ended(connection) : connection);
            }
        }
    }

    /** Nobody knows what became of it: in the recording it ends where that ends. */
    private Connection ended(Connection c) {
        CloseInfo close = new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.FIN, CloseInfo.NO_CODE,
                "the recording ends here; the connection was " + c.state().wireName(), null);
        return new Connection(c.id(), Connection.State.CLOSED, c.path(), c.query(), c.host(), c.subprotocol(),
                c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), c.openedAt(), end, c.client(), c.upstream(), c.toUpstream(),
                c.toClient(), c.survival(), c.faults(), close, c.handshake());
    }

    private void readEvents() throws SQLException {
        List<JsonNode> found = new ArrayList<>();
        try (PreparedStatement query = database
                .prepareStatement("SELECT json FROM event ORDER BY seq DESC LIMIT " + MOST_EVENTS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(Json.parse(row.getString(1)));
            }
        }
        new EventPageJson(0, found, 0).known().forEach(event -> events.put(event.seq(), event));
    }

    EngineJson engine() {
        return engine;
    }

    /** When the last thing happened that is known. */
    Instant end() {
        return end;
    }

    /** When the first thing happened that is known. */
    Instant begin() {
        return begin;
    }

    /** Levels at the end. */
    StatusJson lastStatus() {
        return status;
    }

    /** Levels as they were written down last before a moment; the first ones when it lies before these. */
    StatusJson status(long atMicros) throws SQLException {
        String then = text("SELECT json FROM status WHERE at_micros <= " + atMicros
                + " ORDER BY at_micros DESC LIMIT 1");
        String json = then.isEmpty() ? text("SELECT json FROM status ORDER BY at_micros LIMIT 1") : then;
        return json.isEmpty() ? status : Json.read(Json.parse(json), StatusJson.class);
    }

    /** Newest answered round trips up to a moment, in microseconds, by {@link #legOf}. */
    Map<String, Long> newestRoundTrips(long atMicros) throws SQLException {
        Map<String, Long> newest = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement("SELECT connection, leg, micros, max(number) FROM rtt"
                + " WHERE at_micros <= ? AND micros IS NOT NULL GROUP BY connection, leg")) {
            query.setLong(1, atMicros);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    newest.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
                }
            }
        }
        return newest;
    }

    /** Names a leg of a connection. */
    static String legOf(String connection, Leg leg) {
        return connection + " " + Names.of(leg);
    }

    /** All events, oldest first. */
    List<Event> history() {
        return history;
    }

    /** Number of the first event after a moment. */
    long eventAfter(Instant moment) {
        int low = 0;
        int high = history.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.get(middle).at().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == history.size() ? Long.MAX_VALUE : history.get(low).seq();
    }

    Map<String, Connection> connections() {
        return connections;
    }

    /** As {@link dev.socketscope.engine.api.Engine#events}. @param end number of the first event that is not there yet */
    EventPage events(long after, int limit, long end) {
        List<Event> page = after >= end ? List.of() : events.subMap(after, end).values().stream().limit(limit).toList();
        long next = page.isEmpty() ? after : page.getLast().seq() + 1;
        return new EventPage(0, page, next);
    }

    /** @param untilMicros only those that were sent up to then */
    RttPage roundTrips(String connection, Leg leg, long after, long untilMicros) throws SQLException {
        List<RttPage.Sample> samples = new ArrayList<>();
        long next = after;
        try (PreparedStatement query = database.prepareStatement("SELECT number, at_micros, micros FROM rtt"
                + " WHERE connection = ? AND leg = ? AND number >= ? AND at_micros <= ? ORDER BY number")) {
            query.setString(1, connection);
            query.setString(2, Names.of(leg));
            query.setLong(3, after);
            query.setLong(4, untilMicros);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long micros = row.getLong(3);
                    samples.add(new RttPage.Sample(row.getLong(2), row.wasNull() ? RttPage.Sample.NO_PONG : micros));
                    next = row.getLong(1) + 1;
                }
            }
        }
        return new RttPage(0, samples, next);
    }

    private String text(String query) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
