package dev.socketscope.engine.decode;

import dev.socketscope.engine.api.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message, or as much of it as is known.
 *
 * @param text whether it came as a text message
 * @param bytes unmasked, joined and inflated; not changed by anybody
 * @param complete whether {@code bytes} is all of it
 */
public record Message(Direction direction, boolean text, byte[] bytes, boolean complete) {
    /** The message, or so much of its beginning. */
    Message beginning(int most) {
        return bytes.length <= most ? this : new Message(direction, text, Arrays.copyOf(bytes, most), false);
    }

    String string() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
