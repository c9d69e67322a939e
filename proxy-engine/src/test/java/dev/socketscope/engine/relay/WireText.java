package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import dev.socketscope.engine.ws.Masking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Short frames, written and read by hand. */
final class WireText {
    /** A frame as it was read. */
    record Got(Opcode opcode, boolean fin, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Code and reason of a Close frame. */
        String close() {
            return (ByteBuffer.wrap(payload).getShort() & 0xFFFF) + " "
                    + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private WireText() {}

    /** A message as the client sends it. */
    static byte[] fromClient(String text) {
        return fromClient(Opcode.TEXT, true, text);
    }

    static byte[] fromClient(Opcode opcode, boolean fin, String text) {
        return FrameEncoder.masked(FrameEncoder.firstByte(opcode, fin, false), 0x01020304,
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** A message as the upstream sends it. */
    static byte[] fromUpstream(String text) {
        return fromUpstream(Opcode.TEXT, true, text);
    }

    static byte[] fromUpstream(Opcode opcode, boolean fin, String text) {
        return FrameEncoder.unmasked(FrameEncoder.firstByte(opcode, fin, false), text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] from(Leg leg, Opcode opcode, byte[] payload) {
        int first = FrameEncoder.firstByte(opcode, true, false);
        return leg == Leg.CLIENT ? FrameEncoder.masked(first, 77, payload) : FrameEncoder.unmasked(first, payload);
    }

    static Got read(Raw peer) {
        byte[] start = peer.read(2);
        int length = start[1] & 0x7F;
        if (length == 126) {
            length = ByteBuffer.wrap(peer.read(2)).getShort() & 0xFFFF;
        } else if (length == 127) {
            length = (int) ByteBuffer.wrap(peer.read(8)).getLong();
        }
        int key = start[1] < 0 ? ByteBuffer.wrap(peer.read(4)).getInt() : 0;
        byte[] payload = peer.read(length);
        Masking.apply(key, 0, payload, 0, length);
        return new Got(Opcode.of(start[0] & 0xFF), start[0] < 0, payload);
    }
}
