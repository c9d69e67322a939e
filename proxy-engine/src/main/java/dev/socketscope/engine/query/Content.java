package dev.socketscope.engine.query;

import java.nio.charset.StandardCharsets;

/**
 * What one frame says, inflated and unmasked.
 *
 * @param bytes the content from index 0; belongs to the reader that made it and is overwritten by the next one
 * @param length how much of {@code bytes} counts
 * @param text whether a person would read it as text
 * @param cutFront whether a character's beginning may be missing in front
 * @param cutBack whether there is more, or a character's end may be missing
 */
record Content(byte[] bytes, int length, boolean text, boolean cutFront, boolean cutBack) {
    static final Content NOTHING = new Content(new byte[0], 0, false, false, false);

    static Content of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(bytes, bytes.length, true, false, false);
    }
}
