package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Short pieces that leave together. Each of them written for itself would take a buffer, a place in Netty's queue and one in the list that
 * the kernel gets, which costs more than copying it.
 */
final class Gathered {
    /** A longer piece is not worth a copy. */
    private static final int SHORT = 4 << 10;
    private static final int FIRST = 1 << 10;
    private static final int MOST = 32 << 10;

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf bytes;

    Gathered(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    static boolean isShort(int length) {
        return length <= SHORT;
    }

    /** Whether what is there has to be taken before a piece of that length comes. */
    boolean isFullFor(int length) {
        return size() + length > MOST;
    }

    void add(byte[] piece) {
        room().writeBytes(piece);
    }

    /** Takes ownership. */
    void add(ByteBuf piece) {
        room().writeBytes(piece);
        piece.release();
    }

    private ByteBuf room() {
        ByteBuf present = bytes == null ? allocator.directBuffer(FIRST, MOST) : bytes;
        bytes = present;
        return present;
    }

    /** Everything, which is the caller's now; null when there is nothing. */
    @Nullable
    ByteBuf take() {
        ByteBuf all = bytes;
        bytes = null;
        return all;
    }

    int size() {
        return bytes == null ? 0 : bytes.readableBytes();
    }
}
