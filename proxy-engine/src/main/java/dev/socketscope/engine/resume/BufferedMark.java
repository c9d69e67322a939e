package dev.socketscope.engine.resume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Marks a JSON object that had to wait: {@code _buffered}, {@code _originalTimestamp} and {@code _id} come first in it. */
public final class BufferedMark {
    private static final JsonFactory JSON = new JsonFactory();

    private BufferedMark() {}

    /**
     * @param text a message
     * @param atMillis when it came, milliseconds since the epoch
     * @param number of the message in its direction, from 1
     * @return the marked object; null when the text is anything else, which must go unchanged
     */
    public static @Nullable String mark(String text, long atMillis, long number) {
        int fields = fields(text);
        if (fields < 0) {
            return null;
        }
        int open = text.indexOf('{');
        return text.substring(0, open + 1) + "\"_buffered\":true,\"_originalTimestamp\":\""
                + Instant.ofEpochMilli(atMillis)
                + "\",\"_id\":\"" + number + '"' + (fields == 0 ? "" : ",") + text.substring(open + 1);
    }

    /** How many fields the object has; negative when the text is not one object and nothing else. */
    private static int fields(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return -1;
            }
            int fields = 0;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                fields++;
                parser.nextToken();
                parser.skipChildren();
            }
            return parser.nextToken() == null ? fields : -1;
        } catch (JacksonException e) {
            return -1;
        }
    }
}
