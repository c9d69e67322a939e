package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.Masking;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * A whole frame as it stood on the wire. Whoever is handed one either passes its bytes on or releases them.
 *
 * @param bytes header and payload
 */
record WireFrame(ByteBuf bytes, int firstByte, int headerLength, int maskKey) {

    Opcode opcode() {
        return Opcode.of(firstByte);
    }

    boolean fin() {
        return (firstByte & 0x80) != 0;
    }

    boolean compressed() {
        return (firstByte & 0x40) != 0;
    }

    int payloadLength() {
        return bytes.readableBytes() - headerLength;
    }

    /** The payload's first byte, unmasked; 0 when there is none. */
    int firstOfPayload() {
        return payloadLength() == 0 ? 0
                : (bytes.getByte(bytes.readerIndex() + headerLength) ^ maskKey >>> Integer.SIZE - Byte.SIZE) & 0xFF;
    }

    /** A copy of the payload, unmasked. */
    byte[] payload() {
        byte[] payload = ByteBufUtil.getBytes(bytes, bytes.readerIndex() + headerLength, payloadLength());
        Masking.apply(maskKey, 0, payload, 0, payload.length);
        return payload;
    }

    /** A copy of the whole frame. */
    byte[] copy() {
        return ByteBufUtil.getBytes(bytes);
    }
}
