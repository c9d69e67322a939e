package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.journal.CapturedFrame;
import dev.socketscope.engine.journal.FrameStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes table rows of captured frames. Looks at the beginning of a payload only, so a row costs some microseconds however long
 * its frame is. May be used by any thread.
 */
public final class Previews {
    /** Enough for {@link FrameRow#PREVIEW_CHARS} characters of four bytes each. */
    private static final int BYTES = 4 * FrameRow.PREVIEW_CHARS;

    private final FrameStore log;

    public Previews(FrameStore log) {
        this.log = log;
    }

    /** The row, or null when the frame was dropped or does not exist yet. */
    public @Nullable FrameRow row(long seq) {
        CapturedFrame captured = new CapturedFrame();
        if (!log.read(seq, BYTES, captured)) {
            return null;
        }
        Frame frame = log.toFrame(captured);
        try (ContentLoader loader = new ContentLoader(log)) {
            Content content = loader.load(captured, BYTES);
            String text = text(frame, content);
            return text != null
                    ? new FrameRow(frame, PreviewText.line(text), true)
                    : new FrameRow(frame, PreviewText.hex(content.bytes(), content.length()), false);
        }
    }

    /**
     * One line for a whole message.
     *
     * @param opcode {@code TEXT} or {@code BINARY}
     * @param content unmasked and inflated
     */
    public static String of(Opcode opcode, byte[] content) {
        int length = Math.min(content.length, BYTES);
        String text = opcode == Opcode.TEXT ? Utf8.decode(content, length, false, length < content.length) : null;
        return text != null ? PreviewText.line(text) : PreviewText.hex(content, length);
    }

    private static @Nullable String text(Frame frame, Content content) {
        return switch (frame.opcode()) {
            case CLOSE, TEXT, CONTINUATION -> content.text() ? decode(content) : null;
            case PING, PONG -> printable(content);
            case BINARY, RESERVED -> null;
        };
    }

    private static @Nullable String printable(Content content) {
        String text = decode(content);
        return text != null && PreviewText.isPrintable(text) ? text : null;
    }

    private static @Nullable String decode(Content content) {
        return Utf8.decode(content.bytes(), content.length(), content.cutFront(), content.cutBack());
    }
}
