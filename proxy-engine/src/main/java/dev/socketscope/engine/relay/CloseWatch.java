package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.Masking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the Close frame of one direction (RFC 6455 §5.5.1), however many reads it is spread over. */
final class CloseWatch {
    private static final int LONGEST = 125;
    private static final byte[] NOTHING = {};
    /** No Close frame has begun; must not be told of one. */
    static final CloseWatch NONE = new CloseWatch();
    private byte[] payload = NOTHING;
    private int length;
    private boolean seen;

    void begin(FrameDecoder frame) {
        length = 0;
        payload = new byte[(int) Math.min(LONGEST, frame.payloadLength())];
    }

    void payload(FrameDecoder frame, ByteBuffer part) {
        int taken = Math.min(part.remaining(), payload.length - length);
        if (taken > 0) {
            Masking.copy(frame.maskKey(), frame.payloadPosition(), part.slice(part.position(), taken), payload, length);
            length += taken;
        }
    }

    void end() {
        seen = true;
    }

    /** Whether a whole Close frame has come. */
    boolean seen() {
        return seen;
    }

    int code() {
        return length < 2 ? CloseInfo.NO_CODE : code(payload);
    }

    String reason() {
        return length <= 2 ? "" : new String(payload, 2, length - 2, StandardCharsets.UTF_8);
    }

    /** The code in an unmasked payload of a Close frame. */
    static int code(byte[] payload) {
        return payload.length < 2 ? CloseInfo.NO_CODE : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }

    /** Code and reason for people. */
    String text() {
        return reason().isEmpty() ? Integer.toString(code()) : code() + " " + reason();
    }
}
