package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A captured frame.
 *
 * @param firstByte FIN, RSV1–3 and the opcode as on the wire, which also tells the reserved opcodes apart
 * @param inProxyMicros absent while it is not known
 * @param text content, at most {@value #MOST_CONTENT} bytes of it; absent in rows of a view
 * @param base64 content that is not text
 * @param complete whether the content is all that the peer sent; absent where there is no content
 */
public record FrameJson(long seq, Instant at, String connection, String direction, String opcode, int firstByte,
        boolean fin, boolean rsv1, boolean masked, long length, int captured, boolean truncated, boolean inflated,
        @Nullable Long inProxyMicros, long messageSeq, boolean injected, boolean held, List<String> faults,
        @Nullable String text, @Nullable String base64, @Nullable Boolean complete) {
    public static final int MOST_CONTENT = 1 << 16;

    /** Without content. */
    public static FrameJson of(Frame f) {
        return of(f, new Content(null, null), null);
    }

    /** With as much content as a list may hold. */
    public static FrameJson of(Frame f, Payload payload) {
        byte[] bytes = payload.bytes();
        boolean fits = bytes.length <= MOST_CONTENT;
        boolean isText = f.opcode() == Opcode.TEXT;
        Content content = Content.of(fits ? bytes : Arrays.copyOf(bytes, MOST_CONTENT), isText);
        return of(f, content, fits && payload.complete());
    }

    private static FrameJson of(Frame f, Content content, @Nullable Boolean complete) {
        return new FrameJson(f.seq(), Instant.EPOCH.plus(f.atMicros(), ChronoUnit.MICROS), f.connection(),
                f.direction().wireName(), f.opcode().wireName(), f.firstByte(), f.fin(), f.rsv1(), f.masked(),
                f.length(), f.captured(), f.truncated(), f.inflated(),
                f.inProxyMicros() == Frame.IN_PROXY_UNKNOWN ? null : f.inProxyMicros(), f.messageSeq(), f.injected(),
                f.held(), f.faults(), content.text(), content.base64(), complete);
    }

    public Frame toApi() {
        return new Frame(seq, ChronoUnit.MICROS.between(Instant.EPOCH, at), connection,
                Constants.parse(Direction.class, "direction", direction), firstByte, masked, length, captured,
                truncated,
                inflated, inProxyMicros == null ? Frame.IN_PROXY_UNKNOWN : inProxyMicros, messageSeq, injected, held,
                faults);
    }

    /** Bytes of content that this entry holds, as a measure of a page's size. */
    public int contentSize() {
        return (text == null ? 0 : text.length()) + (base64 == null ? 0 : base64.length());
    }
}
