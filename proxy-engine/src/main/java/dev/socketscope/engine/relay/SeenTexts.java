package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Header;
import org.jspecify.annotations.Nullable;

/**
 * What one upgrade after the other says, each of it once in memory: a connection keeps its headers for as long as it is known, and the decoder
 * makes new ones for every request. Of texts that would stand in the same place the newest does. Any thread may call; what two threads do at
 * once costs a copy more.
 */
final class SeenTexts {
    private static final int PLACES = 1024;
    /** A longer text is hardly shared, and would be kept for long. */
    private static final int LONGEST = 512;
    private static final @Nullable String[] TEXTS = new @Nullable String[PLACES];
    private static final @Nullable Header[] HEADERS = new @Nullable Header[PLACES];

    private SeenTexts() {}

    /** An equal text, perhaps one that was there before. */
    static String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = place(text.hashCode());
        String seen = TEXTS[place];
        if (seen != null && seen.equals(text)) {
            return seen;
        }
        TEXTS[place] = text;
        return text;
    }

    /** An equal field, perhaps one that was there before. */
    static Header header(String name, String value) {
        if (value.length() > LONGEST) {
            return new Header(of(name), value);
        }
        int place = place(31 * name.hashCode() + value.hashCode());
        Header seen = HEADERS[place];
        if (seen != null && seen.value().equals(value) && seen.name().equals(name)) {
            return seen;
        }
        Header fresh = new Header(of(name), value);
        HEADERS[place] = fresh;
        return fresh;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
