package dev.socketscope.engine.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as text where they are UTF-8 text, else in Base64, so that they come back as they were. */
record Content(@Nullable String text, @Nullable String base64) {
    static Content of(byte[] bytes, boolean preferText) {
        if (preferText) {
            try {
                return new Content(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), null);
            } catch (CharacterCodingException _) {
                // Text frames may hold anything: a peer's mistake is shown, not mended.
            }
        }
        return new Content(null, Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
    }
}
