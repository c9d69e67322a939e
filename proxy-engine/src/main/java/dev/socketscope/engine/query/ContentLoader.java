package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.ws.PerMessageDeflate;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out what a captured frame says. Belongs to one thread at a time, and may hold native memory until closed. */
final class ContentLoader implements AutoCloseable {
    private final FrameStore log;
    private final CapturedFrame start = new CapturedFrame();
    private @Nullable PerMessageDeflate deflate;

    ContentLoader(FrameStore log) {
        this.log = log;
    }

    /**
     * Makes the content of a frame.
     *
     * @param frame read from the log with as much payload as is wanted
     * @param maxOutput at most so many bytes come out of a compressed payload
     */
    Content load(CapturedFrame frame, int maxOutput) {
        return switch (frame.opcode()) {
            case CLOSE -> close(frame);
            case PING, PONG, RESERVED -> asItIs(frame, false, false);
            case TEXT, BINARY -> frame.rsv1() && !frame.inflated()
                    ? inflated(frame, maxOutput)
                    : asItIs(frame, frame.opcode() == Opcode.TEXT, false);
            case CONTINUATION -> continuation(frame);
        };
    }

    private static Content asItIs(CapturedFrame frame, boolean text, boolean cutFront) {
        return new Content(frame.payload(), frame.payloadLength(), text, cutFront, isCut(frame));
    }

    private static boolean isCut(CapturedFrame frame) {
        return frame.truncated() || frame.payloadLength() < frame.captured() || !frame.fin();
    }

    /** Code and reason, for example {@code 1000 bye}. */
    private static Content close(CapturedFrame frame) {
        byte[] payload = frame.payload();
        int length = frame.payloadLength();
        if (length < 2) {
            return length == 0 ? Content.of("no code") : asItIs(frame, false, false);
        }
        int code = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        String reason = new String(payload, 2, length - 2, StandardCharsets.UTF_8);
        return Content.of(reason.isEmpty() ? Integer.toString(code) : code + " " + reason);
    }

    private Content inflated(CapturedFrame frame, int maxOutput) {
        if (deflate == null) {
            deflate = new PerMessageDeflate();
        }
        byte[] bytes = deflate.inflate(frame.payload(), frame.payloadLength(), !isCut(frame), maxOutput).bytes();
        return bytes.length == 0 && frame.payloadLength() > 1
                ? asItIs(frame, false, false)
                : new Content(bytes, bytes.length, frame.opcode() == Opcode.TEXT, false, true);
    }

    /** A fragment is what its message's first frame says. Where that one is gone, it counts as text if it reads as text. */
    private Content continuation(CapturedFrame frame) {
        boolean known = log.read(frame.messageSeq(), 0, start);
        boolean deflated = known && start.rsv1() && !frame.inflated();
        boolean text = !deflated && (!known || start.opcode() != Opcode.BINARY);
        return asItIs(frame, text, true);
    }

    @Override
    public void close() {
        if (deflate != null) {
            deflate.close();
        }
    }
}
