package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at a payload that shows something made of it.
 *
 * @param bytes what the lines are cut out of
 * @param json the index of it, when it is JSON
 * @param note what has to be said of it; may be empty
 */
record Part(byte[] bytes, Lines lines, @Nullable JsonIndex json, String note) {
    static final Part NOTHING = said("");

    /** Nothing to show, and why. */
    static Part said(String note) {
        return new Part(new byte[0], new HexLines(new byte[0]), null, note);
    }

    static Part json(byte[] bytes, JsonIndex index, String note) {
        return new Part(bytes, new JsonLines(bytes, index), index, note);
    }

    boolean complete() {
        JsonIndex index = json;
        return index == null || index.complete();
    }
}
