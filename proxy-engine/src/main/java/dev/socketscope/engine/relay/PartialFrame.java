package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** The beginning of a frame whose end has not come yet; or the knowledge that it has been passed on already. */
final class PartialFrame {
    private static final int SMALLEST = 256;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf bytes;
    private boolean streams;

    PartialFrame(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /** Copies, so that a few bytes do not keep a whole read buffer; takes ownership. */
    void append(ByteBuf more) {
        ByteBuf kept = bytes;
        if (kept == null) {
            kept = allocator.directBuffer(Math.max(SMALLEST, more.readableBytes()));
            bytes = kept;
        }
        kept.writeBytes(more);
        more.release();
    }

    /** What was kept with its end behind it; takes ownership of the end and gives up the whole. */
    ByteBuf complete(ByteBuf end) {
        if (bytes == null) {
            return end;
        }
        append(end);
        return take();
    }

    boolean isEmpty() {
        return bytes == null;
    }

    ByteBuf take() {
        ByteBuf kept = bytes;
        bytes = null;
        return kept == null ? allocator.buffer(0) : kept;
    }

    /** Whether the beginning of the present frame has been passed on, so that its end must follow as it comes. */
    boolean streams() {
        return streams;
    }

    void streams(boolean now) {
        streams = now;
    }

    int size() {
        return bytes == null ? 0 : bytes.capacity();
    }

    void clear() {
        if (bytes != null) {
            bytes.release();
            bytes = null;
        }
    }
}
