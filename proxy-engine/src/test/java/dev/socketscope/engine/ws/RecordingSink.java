package dev.socketscope.engine.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down what a decoder reports, one line a frame or violation, independent of how the payload was sliced. */
final class RecordingSink implements FrameSink {
    final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    @Override
    public void header(FrameDecoder f) {
        assertThat(f.streamOffset()).isEqualTo(f.frameOffset() + f.headerLength());
        assertThat(f.payloadPosition()).isZero();
        payload.reset();
    }

    @Override
    public void payload(FrameDecoder f, ByteBuffer part) {
        assertThat(part.hasRemaining()).isTrue();
        assertThat(f.payloadPosition()).isEqualTo(payload.size());
        assertThat(f.streamOffset()).isEqualTo(f.frameOffset() + f.headerLength() + payload.size());
        byte[] bytes = new byte[part.remaining()];
        Masking.copy(f.maskKey(), f.payloadPosition(), part, bytes, 0);
        payload.writeBytes(bytes);
    }

    @Override
    public void end(FrameDecoder f) {
        assertThat(f.payloadPosition()).isEqualTo(f.payloadLength()).isEqualTo(payload.size());
        lines.add("%d %s%s %02x %s %d %s".formatted(f.frameOffset(), f.opcode().wireName(), f.fin() ? "" : "+",
                f.firstByte(), f.masked() ? "%08x".formatted(f.maskKey()) : "-", f.payloadLength(), content()));
    }

    private String content() {
        byte[] bytes = payload.toByteArray();
        return bytes.length <= 16 ? HexFormat.of().formatHex(bytes) : "#" + java.util.Arrays.hashCode(bytes);
    }

    @Override
    public void violation(FrameDecoder f, Violation violation) {
        lines.add(f.frameOffset() + " !" + violation);
    }
}
