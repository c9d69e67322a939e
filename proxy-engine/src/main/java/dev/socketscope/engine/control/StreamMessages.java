package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.BreakpointJson;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.CountersJson;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.FaultStatusJson;
import dev.socketscope.engine.wire.HeldJson;
import dev.socketscope.engine.wire.HmrJson;
import dev.socketscope.engine.wire.ReplayJson;
import dev.socketscope.engine.wire.RowJson;
import dev.socketscope.engine.wire.RttJson;
import dev.socketscope.engine.wire.ServiceLevelJson;
import dev.socketscope.engine.wire.WireException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The messages that a stream sends; each is one JSON object with a {@code type}. */
final class StreamMessages {
    private StreamMessages() {}

    /** As a page of {@code GET /events}. */
    record Events(String type, long missed, List<JsonNode> events, long next) {}

    /** What is asked for with {@code "engine": true}; with {@code "status": true} when it has changed. */
    record EngineFacts(String type, EngineJson engine) {}

    /** Levels that change all the time. */
    record Status(String type, CountersJson counters, List<ServiceLevelJson> serviceLevels,
            List<FaultStatusJson> faults, List<HmrJson> hmr, List<BreakpointJson> breakpoints, List<HeldJson> held,
            List<ReplayJson> replays) {}

    /** Connections that are new or have changed, and ids of those that the engine has forgotten. */
    record Connections(String type, List<ConnectionJson> changed, List<String> gone) {}

    /** Round trips of one leg. */
    record Rtt(String type, String connection, String leg, RttJson page) {}

    /** Bounds of a view, as in {@link dev.socketscope.engine.api.FrameView}, and rows of its range. */
    record View(String type, int id, long first, long end, long pending, List<RowJson> rows) {}

    /** The row of a view that was sought: the first whose frame is {@code seq} or newer. */
    record Found(String type, int id, long seq, long row) {}

    /** A wish that cannot be fulfilled. */
    record Problem(String type, String detail, String key, String value, String expected) {}

    static EngineFacts engine(Engine engine) {
        return new EngineFacts("engine", EngineJson.of(engine));
    }

    static Problem problem(WireException e) {
        return new Problem("problem", String.valueOf(e.getMessage()), e.key(), e.value(), e.expected());
    }
}
