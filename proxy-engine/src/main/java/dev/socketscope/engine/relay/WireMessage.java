package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.Message;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Inflation;
import dev.socketscope.engine.ws.Masking;
import dev.socketscope.engine.ws.PerMessageDeflate;
import dev.socketscope.engine.ws.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A whole message as its frames stood on the wire; its content is joined, unmasked and inflated when somebody asks. */
final class WireMessage implements Message {
    /** Faults match and change no more than this of one message. */
    private static final int LARGEST = 64 << 20;

    private final Opcode opcode;
    private final byte[] wire;
    private byte @Nullable [] payload;

    WireMessage(Opcode opcode, byte[] wire) {
        this.opcode = opcode;
        this.wire = wire;
    }

    @Override
    public Opcode opcode() {
        return opcode;
    }

    byte[] wire() {
        return wire;
    }

    @Override
    public byte[] payload() {
        byte[] known = payload;
        if (known == null) {
            known = read(LARGEST).bytes();
            payload = known;
        }
        return known;
    }

    /** The content, of which no more than so many bytes are inflated. */
    Inflation read(int maxOutput) {
        Joined joined = new Joined();
        new FrameDecoder(false, true).feed(ByteBuffer.wrap(wire), joined);
        byte[] bytes = joined.bytes.toByteArray();
        return joined.compressed ? PerMessageDeflate.inflateOne(bytes, maxOutput)
                : new Inflation(bytes, Inflation.Ending.COMPLETE);
    }

    /** Joins the fragments. */
    private static final class Joined implements FrameSink {
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
