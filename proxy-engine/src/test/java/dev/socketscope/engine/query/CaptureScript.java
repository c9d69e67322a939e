package dev.socketscope.engine.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.journal.FrameLog;
import java.nio.ByteBuffer;

/** Writes frames into a log as a relay would, with connection {@code ws_n} for number n. */
final class CaptureScript {
    final FrameLog log;
    private int connection = 1;
    private Direction direction = Direction.TO_CLIENT;

    CaptureScript(FrameLog log) {
        this.log = log;
    }

    CaptureScript() {
        this(new FrameLog(16 << 20, 64 << 10, number -> "ws_" + number));
    }

    /** Further frames belong to this connection and direction. */
    CaptureScript on(int connection, Direction direction) {
        this.connection = connection;
        this.direction = direction;
        return this;
    }

    long text(String text) {
        return frame(0x81, text.getBytes(UTF_8));
    }

    long frame(int firstByte, byte[] payload) {
        return fragment(FrameLog.ITSELF, firstByte, payload);
    }

    long fragment(long messageSeq, int firstByte, byte[] payload) {
        return kept(messageSeq, firstByte, payload, payload.length, 0);
    }

    /** A frame whose payload was {@code length} bytes on the wire. */
    long kept(long messageSeq, int firstByte, byte[] payload, long length, int flags) {
        return log.append(connection, direction, 1_700_000_000_000_000L + log.endSeq(), firstByte, false, 0, length,
                ByteBuffer.wrap(payload), messageSeq, flags);
    }
}
