package dev.socketscope.engine.hmr;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes hot-reload messages as JSON. */
public final class HmrMessages {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 1 << 20;

    private HmrMessages() {}

    /** Empty when the text is no JSON object, or too long to be looked at. */
    public static Optional<JsonNode> parse(byte[] text) {
        if (text.length == 0 || text.length > LONGEST || text[0] != '{') {
            return Optional.empty();
        }
        try {
            JsonNode message = JSON.readTree(text);
            return message.isObject() ? Optional.of(message) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Vite's message that makes a page fetch these modules anew. It also takes an error off the page, even when it names none. */
    static String viteUpdate(Collection<ModuleChange> modules, long timestamp) {
        ObjectNode root = JSON.createObjectNode().put("type", "update");
        var updates = root.putArray("updates");
        for (ModuleChange module : modules) {
            updates.addObject()
                    .put("type", module.css() ? "css-update" : "js-update")
                    .put("timestamp", timestamp)
                    .put("path", module.path())
                    .put("acceptedPath", module.acceptedPath())
                    .put("explicitImportRequired", module.explicitImport())
                    .put("isWithinCircularImport", module.circular());
        }
        return JSON.writeValueAsString(root);
    }

    /** Parcel's message that makes a page fetch its style sheets anew. It also takes an error off the page, even when it names none. */
    static String parcelUpdate(Collection<String> styles) {
        ObjectNode root = JSON.createObjectNode().put("type", "update");
        var assets = root.putArray("assets");
        for (String style : styles) {
            assets.addObject()
                    .put("id", style)
                    .put("url", style)
                    .put("type", "css")
                    .put("output", "")
                    .put("envHash", "")
                    .put("outputFormat", "global")
                    .putObject("depsByBundle");
        }
        return JSON.writeValueAsString(root);
    }

    /** The message with this one of its updates; the message as it is when it holds no others. */
    static String only(JsonNode message, HmrFact.Update update) {
        JsonNode updates = message.path("updates");
        if (!updates.isArray() || updates.size() < 2 || !(message.deepCopy() instanceof ObjectNode copy)) {
            return write(message);
        }
        var one = copy.putArray("updates");
        for (JsonNode each : updates) {
            String path = BuildProblem.text(each, "path");
            if (path.equals(update.path()) && each.path("acceptedPath").asString(path).equals(update.acceptedPath())) {
                one.add(each);
            }
        }
        return write(copy);
    }

    static String write(JsonNode node) {
        return JSON.writeValueAsString(node);
    }

    static final String VITE_RELOAD = "{\"type\":\"full-reload\",\"path\":\"*\"}";
    static final String PARCEL_RELOAD = "{\"type\":\"reload\"}";
}
