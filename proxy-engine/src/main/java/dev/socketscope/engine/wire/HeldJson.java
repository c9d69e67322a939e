package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that waits for a decision. */
public record HeldJson(String id, String breakpoint, String connection, String direction, String opcode, long length,
        Instant heldAt, Instant expiresAt, String preview) {

    /** The same with its content: {@code text}, or {@code base64} where the bytes are not text. */
    public record Whole(HeldJson message, @Nullable String text, @Nullable String base64) {
        public static Whole of(HeldMessage message, byte[] bytes) {
            Content content = Content.of(bytes, message.opcode() == Opcode.TEXT);
            return new Whole(HeldJson.of(message), content.text(), content.base64());
        }

        public byte[] bytes() {
            return new Content(text, base64).bytes();
        }
    }

    public static HeldJson of(HeldMessage m) {
        return new HeldJson(m.id(), m.breakpoint(), m.connection(), Names.of(m.direction()), Names.of(m.opcode()),
                m.length(), m.heldAt(), m.expiresAt(), m.preview());
    }

    public HeldMessage toApi() {
        return new HeldMessage(id, breakpoint, connection, Constants.parse(Direction.class, "direction", direction),
                Constants.parse(Opcode.class, "opcode", opcode), length, heldAt, expiresAt, preview);
    }
}
