package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.nio.charset.StandardCharsets;

/** Frames that break one rule of RFC 6455 each. */
public final class Violations {
    private static final int RSV3 = 0x10;
    private static final int RESERVED_OPCODE = 0x83;
    private static final int MASK = 0x5EC7A5C0;

    private Violations() {}

    /** @param masked whether a right frame would be masked there, as those of clients are */
    public static byte[] frame(MessageFault.Rule rule, boolean masked) {
        byte[] payload = "fault".getBytes(StandardCharsets.US_ASCII);
        int text = FrameEncoder.firstByte(Opcode.TEXT, true, false);
        return switch (rule) {
            case RSV -> encode(text | RSV3, payload, masked);
            case OPCODE -> encode(RESERVED_OPCODE, payload, masked);
            case MASK -> encode(text, payload, !masked);
            case CONTINUATION -> encode(FrameEncoder.firstByte(Opcode.CONTINUATION, true, false), payload, masked);
            case OVERSIZE_CONTROL -> encode(FrameEncoder.firstByte(Opcode.PING, true, false), new byte[126], masked);
        };
    }

    private static byte[] encode(int firstByte, byte[] payload, boolean masked) {
        return masked ? FrameEncoder.masked(firstByte, MASK, payload) : FrameEncoder.unmasked(firstByte, payload);
    }
}
