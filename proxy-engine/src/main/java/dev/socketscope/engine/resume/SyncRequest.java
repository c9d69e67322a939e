package dev.socketscope.engine.resume;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client asks for what it has missed: {@code {"type":"sync","since":ms}} or {@code {"type":"sync","lastMessageId":id}}.
 *
 * @param since milliseconds since the epoch; {@link #NONE} when it asks by number
 * @param lastMessageId number of the newest message that it has; {@link #NONE} when it asks by time
 */
public record SyncRequest(long since, long lastMessageId) {
    public static final long NONE = -1;
    private static final int LONGEST = 512;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty when the message is something else. */
    public static Optional<SyncRequest> parse(byte[] text) {
        if (text.length > LONGEST || text.length == 0 || text[0] != '{') {
            return Optional.empty();
        }
        try {
            JsonNode message = JSON.readTree(text);
            if (!message.path("type").asString("").equals("sync")) {
                return Optional.empty();
            }
            JsonNode id = message.path("lastMessageId");
            if (!id.isMissingNode()) {
                return Optional.of(new SyncRequest(NONE, number(id)));
            }
            return message.has("since") ? Optional.of(new SyncRequest(number(message.path("since")), NONE))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static long number(JsonNode value) {
        return Math.max(0, value.asLong(0));
    }
}
