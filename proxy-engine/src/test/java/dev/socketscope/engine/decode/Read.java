package dev.socketscope.engine.decode;

import dev.socketscope.engine.api.Direction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Messages for the decoders. */
@NullMarked
final class Read {
    private Read() {}

    static Message binary(byte[] bytes) {
        return new Message(Direction.TO_CLIENT, false, bytes, true);
    }

    /** @param hex digits, with or without blanks */
    static Message binary(String hex) {
        return binary(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Message text(String text) {
        return new Message(Direction.TO_CLIENT, true, text.getBytes(StandardCharsets.UTF_8), true);
    }

    static Talk talk(@Nullable String subprotocol, String path) {
        return new Talk(subprotocol, path, null, "off");
    }

    static Meaning as(Format format, Message message) {
        return Decoders.decode(format, Talk.UNKNOWN, message);
    }

    static String json(Meaning meaning) {
        return new String(meaning.json(), StandardCharsets.UTF_8);
    }
}
