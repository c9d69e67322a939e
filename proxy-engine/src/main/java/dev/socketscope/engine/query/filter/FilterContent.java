package dev.socketscope.engine.query.filter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a frame says, as bytes, as text and as JSON; each form is made at most once. */
public final class FilterContent {
    private final byte[] bytes;
    private final int length;
    private @Nullable String text;
    private @Nullable JsonNode json;
    private boolean parsed;
    private boolean givenUp;

    /**
     * @param bytes unmasked and inflated, from index 0; not to be changed while this is in use
     * @param length how many bytes count
     */
    public FilterContent(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** As UTF-8; what is no UTF-8 appears as U+FFFD. */
    String text() {
        if (text == null) {
            text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
        return text;
    }

    /** Notes that a pattern took too long on this content, so that it counted as not matching. */
    void giveUp() {
        givenUp = true;
    }

    /** Whether a pattern took too long on this content, so that nobody knows whether it matches. */
    public boolean isGivenUp() {
        return givenUp;
    }

    /** Null when the content is not one whole JSON object or array. */
    @Nullable
    JsonNode json() {
        if (!parsed) {
            parsed = true;
            json = Json.parse(bytes, length);
        }
        return json;
    }
}
