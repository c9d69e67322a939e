package dev.socketscope.engine.har;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;

/**
 * A message of {@code _webSocketMessages}, or a control frame, which some programs write there too.
 *
 * @param atMicros since the epoch
 * @param code as it stands in a frame's first byte (RFC 6455 §5.2)
 */
public record HarMessage(Direction direction, long atMicros, int code, byte[] data) {
    public Opcode opcode() {
        return Opcode.of(code);
    }
}
