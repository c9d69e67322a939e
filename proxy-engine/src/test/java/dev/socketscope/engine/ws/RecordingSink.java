package dev.socketscope.engine.ws;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a decoder reports, one line a frame or violation, independent of how the payload was sliced. */
final class RecordingSink implements FrameSink {
    private static final HexFormat HEX = HexFormat.of();
    final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    @Override
    public void header(FrameDecoder f) {
        check(f.streamOffset() == f.frameOffset() + f.headerLength());
        check(f.payloadPosition() == 0);
        payload.reset();
    }

    @Override
    public void payload(FrameDecoder f, ByteBuffer part) {
        check(part.hasRemaining());
        check(f.payloadPosition() == payload.size());
        check(f.streamOffset() == f.frameOffset() + f.headerLength() + payload.size());
        byte[] bytes = new byte[part.remaining()];
        Masking.copy(f.maskKey(), f.payloadPosition(), part, bytes, 0);
        payload.writeBytes(bytes);
    }

    @Override
    public void end(FrameDecoder f) {
        check(f.payloadPosition() == f.payloadLength() && f.payloadPosition() == payload.size());
        lines.add(f.frameOffset() + " " + f.opcode().wireName() + (f.fin() ? "" : "+") + " "
                + HEX.toHexDigits((byte) f.firstByte()) + " " + (f.masked() ? HEX.toHexDigits(f.maskKey()) : "-") + " "
                + f.payloadLength() + " " + content());
    }

    private String content() {
        byte[] bytes = payload.toByteArray();
        return bytes.length <= 16 ? HEX.formatHex(bytes) : "#" + Arrays.hashCode(bytes);
    }

    // Called a million times, so without AssertJ.
    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("the decoder's positions do not fit together");
        }
    }

    @Override
    public void violation(FrameDecoder f, Violation violation) {
        lines.add(f.frameOffset() + " !" + violation);
    }
}
