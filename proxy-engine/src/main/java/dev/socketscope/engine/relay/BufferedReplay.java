package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.BufferedMark;
import dev.socketscope.engine.resume.MessageLog;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameEncoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Inflation;
import dev.socketscope.engine.ws.Masking;
import dev.socketscope.engine.ws.PerMessageDeflate;
import dev.socketscope.engine.ws.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Marks the JSON objects among the messages that have waited for a client which asked for it; the others go unchanged. */
final class BufferedReplay implements Replay {
    private static final int LONGEST = 1 << 20;

    @Override
    public byte[] toWire(MessageLog.Message message) {
        if (Opcode.of(message.opcode()) != Opcode.TEXT || message.wire().length > LONGEST) {
            return message.wire();
        }
        Payload payload = new Payload();
        new FrameDecoder(false, true).feed(ByteBuffer.wrap(message.wire()), payload);
        byte[] bytes = payload.bytes.toByteArray();
        if (payload.compressed) {
            Inflation inflation = inflate(bytes);
            if (!inflation.complete()) {
                return message.wire();
            }
            bytes = inflation.bytes();
        }
        String marked = BufferedMark.mark(new String(bytes, StandardCharsets.UTF_8), message.atMillis(),
                message.number());
        return marked == null ? message.wire()
                : FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.TEXT, true, false),
                        marked.getBytes(StandardCharsets.UTF_8));
    }

    private static Inflation inflate(byte[] bytes) {
        try (PerMessageDeflate inflater = new PerMessageDeflate()) {
            return inflater.inflate(bytes, LONGEST);
        }
    }

    /** Joins the fragments. */
    private static final class Payload implements FrameSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean compressed;

        @Override
        public void header(FrameDecoder frame) {
            compressed |= (frame.firstByte() & 0x40) != 0;
        }

        @Override
        public void payload(FrameDecoder frame, ByteBuffer part) {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            Masking.apply(frame.maskKey(), (int) frame.payloadPosition(), copy, 0, copy.length);
            bytes.writeBytes(copy);
        }

        @Override
        public void end(FrameDecoder frame) {}

        @Override
        public void violation(FrameDecoder frame, Violation violation) {}
    }
}
