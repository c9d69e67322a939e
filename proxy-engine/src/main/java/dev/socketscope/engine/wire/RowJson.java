package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.FrameRow;

/** A row of a frame view: its number, the frame, and one line of its content; {@code text} says whether that is text or hex. */
public record RowJson(long row, FrameJson frame, String preview, boolean text) {
    public static RowJson of(long number, FrameRow row) {
        return new RowJson(number, FrameJson.of(row.frame()), row.preview(), row.text());
    }

    public FrameRow toApi() {
        return new FrameRow(frame.toApi(), preview, text);
    }
}
