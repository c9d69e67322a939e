package dev.socketscope.engine.client;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a hot-reloading server, in Vite's dialect and in the one with a single change per update. */
final class HmrMessages {
    private HmrMessages() {}

    /** A message with what a client remembers of it. @param timestamp the newest in it, 0 for none. @param id empty for none */
    record Read(HmrEvent event, long timestamp, String id) {}

    static Read read(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (json.isObject()) {
                return new Read(event(json, text), timestamp(json), json.path("_id").asString(""));
            }
        } catch (JacksonException _) {
            // Not JSON, so not of this protocol; the listener sees it as it came.
        }
        return new Read(new HmrEvent.Other(text), 0, "");
    }

    private static HmrEvent event(JsonNode json, String text) {
        return switch (json.path("type").asString("")) {
            case "connected" -> new HmrEvent.Connected();
            case "update" -> new HmrEvent.Update(changes(json));
            case "full-reload" -> new HmrEvent.FullReload(json.path("path").asString(""));
            case "prune" -> new HmrEvent.Prune(paths(json));
            case "error" -> error(json.path("err"));
            case "custom" -> new HmrEvent.Custom(json.path("event").asString(""), json.path("data").toString());
            default -> new HmrEvent.Other(text);
        };
    }

    private static List<HmrEvent.Change> changes(JsonNode json) {
        return updates(json).map(HmrMessages::change).toList();
    }

    private static Stream<JsonNode> updates(JsonNode json) {
        JsonNode updates = json.path("updates");
        return updates.isArray() ? updates.valueStream() : Stream.of(json);
    }

    private static HmrEvent.Change change(JsonNode update) {
        String path = update.path("path").asString("");
        return new HmrEvent.Change(path, update.path("acceptedPath").asString(path),
                update.path("timestamp").asLong(0));
    }

    private static List<String> paths(JsonNode json) {
        return Stream.concat(json.path("path").isString() ? Stream.of(json.path("path")) : Stream.empty(),
                json.path("paths").valueStream()).map(p -> p.asString("")).toList();
    }

    private static HmrEvent.Error error(JsonNode err) {
        JsonNode place = err.path("loc");
        return new HmrEvent.Error(err.path("message").asString(""), err.path("stack").asString(""),
                place.path("file").asString(err.path("id").asString("")), place.path("line").asInt(0));
    }

    private static long timestamp(JsonNode json) {
        return Stream.concat(Stream.of(json), json.path("updates").valueStream())
                .mapToLong(node -> node.path("timestamp").asLong(0))
                .max()
                .orElse(0);
    }
}
