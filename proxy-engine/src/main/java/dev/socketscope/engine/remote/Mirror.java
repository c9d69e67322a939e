package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.Constants;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.EventPageJson;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.RowJson;
import dev.socketscope.engine.wire.RttJson;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is known of the engine on this side. Written by the link, read by any thread. */
final class Mirror {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    final EventMirror events = new EventMirror();
    final ConnectionMirror connections = new ConnectionMirror();
    final RttMirror rtt = new RttMirror();
    final ViewMirror views = new ViewMirror();
    private volatile EngineInfo info;
    private volatile StatusMirror status;

    private record Connections(List<ConnectionJson> changed, List<String> gone) {}

    private record Rtt(String connection, String leg, RttJson page) {}

    private record View(int id, long first, long end, long pending, List<RowJson> rows) {}

    private record Found(int id, long seq, long row) {}

    Mirror(EngineJson engine) {
        this.info = engine.info();
        this.status = StatusMirror.of(engine);
    }

    EngineInfo info() {
        return info;
    }

    StatusMirror status() {
        return status;
    }

    /**
     * A session of the link begins.
     *
     * @param engine the engine that answers now, which may have been started anew
     */
    void begin(EngineJson engine) {
        EngineInfo now = engine.info();
        if (!now.startedAt().equals(info.startedAt())) {
            events.forget();
            rtt.forget();
        }
        info = now;
        status = status.updated(engine);
        connections.begin();
        rtt.begin();
        views.begin();
    }

    /** What a new session asks for first. */
    static ObjectNode subscription() {
        return Json.object().put("type", "subscribe").put("engine", true).put("status", true).put("connections", true);
    }

    /** What the link has to say next; empty most of the time. */
    List<ObjectNode> takeWishes() {
        List<ObjectNode> wishes = new ArrayList<>(rtt.takeWishes());
        wishes.addAll(views.takeWishes());
        return wishes;
    }

    /** Takes a message of the stream in. */
    void apply(JsonNode message) {
        String type = message.path("type").asString("");
        switch (type) {
            case "events" -> events.add(Json.read(message, EventPageJson.class));
            case "engine" -> info = Json.read(message.path("engine"), EngineJson.class).info();
            case "status" -> status = Json.read(message, StatusMirror.Message.class).toMirror();
            case "connections" -> {
                Connections told = Json.read(message, Connections.class);
                connections.update(told.changed, told.gone);
            }
            case "rtt" -> {
                Rtt told = Json.read(message, Rtt.class);
                rtt.add(told.connection, Constants.parse(Leg.class, "leg", told.leg), told.page.toApi());
            }
            case "view" -> {
                View told = Json.read(message, View.class);
                views.update(told.id, told.first, told.end, told.pending, told.rows);
            }
            case "seek" -> {
                Found told = Json.read(message, Found.class);
                views.found(told.id, told.seq, told.row);
            }
            case "problem" -> LOG.warn("The remote engine refused a wish: {}", message.path("detail").asString(""));
            default -> LOG.debug("The remote engine sent a message of the unknown type {}", type);
        }
    }
}
