package dev.socketscope.engine.api;

/**
 * A frame with as much of its payload as a table shows.
 *
 * @param frame the frame
 * @param preview one line, at most {@value #PREVIEW_CHARS} characters: text inflated and unmasked with control characters
 *        made visible, binary as hex pairs, a Close as code and reason
 * @param text whether {@code preview} is text; otherwise it is hex
 */
public record FrameRow(Frame frame, String preview, boolean text) {
    public static final int PREVIEW_CHARS = 400;
}
