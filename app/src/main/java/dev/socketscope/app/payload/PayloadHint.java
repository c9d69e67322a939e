package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in a few words what a message means to the programs that speak: Vite's hot updates, and close codes. */
final class PayloadHint {
    private static final int LIMIT = 256 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PayloadHint() {}

    /** Empty when the payload is none of those. Parses, so it is not for the JavaFX thread. */
    static String of(Payload payload) {
        if (payload.opcode() == Opcode.CLOSE) {
            return CloseWords.of(payload.bytes());
        }
        byte[] bytes = payload.bytes();
        if (bytes.length == 0 || bytes.length > LIMIT || bytes[0] != '{') {
            return "";
        }
        try {
            return vite(JSON.readTree(bytes));
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String vite(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "update" -> updates(message.path("updates"));
            case "full-reload" -> join("full-reload", message.path("path").asString(""));
            case "prune" -> join("prune", texts(message.path("paths")));
            case "error" -> join("error", message.path("err").path("message").asString(""));
            case "custom" -> join("custom", message.path("event").asString(""));
            default -> "";
        };
    }

    private static String updates(JsonNode updates) {
        if (updates.size() == 0) {
            return "";
        }
        JsonNode first = updates.get(0);
        String path = first.path("path").asString("");
        String accepted = first.path("acceptedPath").asString("");
        if (updates.size() > 1) {
            return Strings.of("payload.hint.updates", Units.count(updates.size()), path);
        }
        String type = first.path("type").asString("update");
        return accepted.isEmpty() || accepted.equals(path) && type.startsWith("css") ? join(type, path)
                : Strings.of("payload.hint.accepted", type, accepted);
    }

    private static String texts(JsonNode array) {
        List<String> texts = StreamSupport.stream(array.spliterator(), false)
                .limit(3)
                .map(one -> one.asString(""))
                .toList();
        return String.join(", ", texts);
    }

    private static String join(String what, String detail) {
        String line = detail.lines().findFirst().orElse("");
        return line.isEmpty() ? what : what + " · " + (line.length() > 120 ? line.substring(0, 120) + "…" : line);
    }
}
