package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameDecoder;
import java.nio.ByteBuffer;

/**
 * Recognises pongs that answer the engine's own pings. A ping of the engine carries eight bytes: a number that the tunnel has drawn
 * at random, and the ping's own.
 */
final class OwnPongs {
    static final int LENGTH = 8;

    private final int nonce;
    private long payload;
    private boolean candidate;
    private int count;

    OwnPongs(int nonce) {
        this.nonce = nonce;
    }

    /** Whether the payload of a pong is that of a ping with this nonce. */
    static boolean carries(int nonce, byte[] payload) {
        return payload.length == LENGTH && ByteBuffer.wrap(payload).getInt() == nonce;
    }

    void beginRead() {
        count = 0;
    }

    void header(FrameDecoder frame) {
        candidate = frame.opcode() == Opcode.PONG && frame.payloadLength() == LENGTH;
        payload = 0;
    }

    void payload(FrameDecoder frame, ByteBuffer part) {
        if (!candidate) {
            return;
        }
        for (int i = 0; i < part.remaining(); i++) {
            int shift = 24 - 8 * (int) (frame.payloadPosition() + i & 3);
            int unmasked = part.get(part.position() + i) ^ frame.maskKey() >>> shift;
            payload = payload << 8 | unmasked & 0xFF;
        }
    }

    void end(FrameDecoder frame) {
        if (candidate && (int) (payload >>> 32) == nonce) {
            count++;
        }
    }

    /** How many ended in this read. */
    int count() {
        return count;
    }
}
