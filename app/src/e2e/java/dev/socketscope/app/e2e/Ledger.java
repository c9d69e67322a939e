package dev.socketscope.app.e2e;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an engine's control port has told, added up from time to time, since it forgets what is old. One thread. */
final class Ledger {
    private final HeadlessEngine engine;
    private final Map<String, JsonNode> connections = new LinkedHashMap<>();
    private final Map<String, JsonNode> closes = new LinkedHashMap<>();
    private final Map<String, Integer> events = new LinkedHashMap<>();
    private final Set<String> bereft = new HashSet<>();
    private long next;
    private long missed;

    Ledger(HeadlessEngine engine) {
        this.engine = engine;
    }

    /** Reads what has happened since the last time. */
    Ledger read() {
        for (JsonNode page = events(); !page.get("events").isEmpty(); page = events()) {
            missed += page.get("missed").asLong();
            next = page.get("next").asLong();
            page.get("events").valueStream().forEach(this::count);
        }
        engine.get("/connections")
                .get("connections")
                .valueStream()
                .forEach(
                        connection -> connections.put(connection.get("id").asString(), connection));
        return this;
    }

    private JsonNode events() {
        return engine.get("/events?after=" + next + "&limit=1000");
    }

    private void count(JsonNode event) {
        String type = event.get("type").asString();
        events.merge(type, 1, Integer::sum);
        switch (type) {
            case "connection-closed" -> closes.put(event.get("connection").asString(), event.get("close"));
            case "upstream-lost" -> bereft.add(event.get("connection").asString());
            default -> {}
        }
    }

    /** Events that were dropped before they could be read. */
    long missed() {
        return missed;
    }

    int events(String type) {
        return events.getOrDefault(type, 0);
    }

    /** How a connection ended according to the event log, by its id. */
    Map<String, JsonNode> closes() {
        return closes;
    }

    /** Whether a connection's upstream was lost at least once, by its id. */
    boolean bereft(String connection) {
        return bereft.contains(connection);
    }

    /** All there have been, each as it was when it was last seen. */
    Stream<JsonNode> connections() {
        return connections.values().stream();
    }

    /** Those of one client that were opened. */
    Stream<JsonNode> connections(String client) {
        return connections().filter(c -> c.path("query").asString("").equals("client=" + client));
    }

    Stream<JsonNode> live() {
        return connections().filter(c -> !ended(c));
    }

    Stream<JsonNode> ended() {
        return connections().filter(Ledger::ended);
    }

    long sum(String counter) {
        return connections().mapToLong(c -> c.get(counter).asLong()).sum();
    }

    private static boolean ended(JsonNode connection) {
        return connection.get("state").asString().equals("closed");
    }
}
