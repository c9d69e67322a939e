package dev.socketscope.app.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Names the place of a line in its JSON as a script would: {@code updates[0].path}, {@code ["odd key"].x}. */
final class JsonPath {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonPath() {}

    /** Empty for a value that stands in no other. */
    static String of(byte[] bytes, JsonIndex index, int line) {
        JsonContainers containers = index.containers();
        int own = containers.at(line);
        int at = own == JsonContainers.NONE ? line : containers.openLine(own);
        Deque<String> steps = new ArrayDeque<>();
        for (int around = containers.around(at); around != JsonContainers.NONE; around = containers.around(at)) {
            steps.push(step(bytes, index, at));
            at = containers.openLine(around);
        }
        String path = String.join("", steps);
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String step(byte[] bytes, JsonIndex index, int line) {
        var cut = new JsonCut(bytes, index, line);
        if (!cut.hasKey()) {
            return "[" + index.containers().placeOf(line) + "]";
        }
        String quoted = new String(bytes, cut.start(), cut.keyEnd() - cut.start(), StandardCharsets.UTF_8);
        String key = unquote(quoted);
        return IDENTIFIER.matcher(key).matches() ? "." + key : "[" + quoted + "]";
    }

    /** A JSON string as text; as it stands when it is not one. */
    static String unquote(String quoted) {
        try {
            return JSON.readValue(quoted, String.class);
        } catch (JacksonException e) {
            return quoted;
        }
    }
}
