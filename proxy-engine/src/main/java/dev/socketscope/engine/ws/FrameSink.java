package dev.socketscope.engine.ws;

import java.nio.ByteBuffer;

/**
 * What a {@link FrameDecoder} reports, in stream order: for every frame one {@code header}, one {@code wholePayload} or
 * any number of {@code payload}, one {@code end}. The decoder's accessors describe the frame while a call lasts. Implementations must not throw and must not feed
 * the decoder.
 */
public interface FrameSink {
    /** A whole header has been read; none of the payload has been reported yet. */
    void header(FrameDecoder frame);

    /**
     * The next bytes of the payload, never empty, starting at {@link FrameDecoder#payloadPosition()}.
     *
     * @param part position to limit is the slice, still masked; must neither be kept nor written to, but its position may move
     */
    void payload(FrameDecoder frame, ByteBuffer part);

    /**
     * The whole payload, not empty, stands in one piece.
     *
     * @param in must neither be kept beyond this read nor changed, its position and limit included
     * @param from index of the payload's first byte, still masked
     * @return whether that was enough; otherwise {@link #payload} is called
     */
    default boolean wholePayload(FrameDecoder frame, ByteBuffer in, int from) {
        return false;
    }

    /** The frame's last byte has been read; {@link FrameDecoder#payloadPosition()} equals the payload's length. */
    void end(FrameDecoder frame);

    /**
     * The frame breaks a rule. Comes after {@code header} for what the header shows, before {@code end} for what the payload
     * shows, and alone for {@link Violation#LENGTH_TOP_BIT}, after which nothing more is reported.
     */
    void violation(FrameDecoder frame, Violation violation);
}
