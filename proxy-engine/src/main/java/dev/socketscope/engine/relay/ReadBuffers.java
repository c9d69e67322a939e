package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that the reads of one event loop use again and again, always the first that is free: what the kernel writes there is likely to
 * be in the processor's cache still. Whoever has been given one releases it as any other.
 */
final class ReadBuffers {
    /** What so many reads have brought may be on its way at once; the next ones take buffers of their own. */
    static final int MOST = 64;

    private static final FastThreadLocal<ReadBuffers> OF_LOOP = new FastThreadLocal<>() {
        @Override
        protected ReadBuffers initialValue() {
            return new ReadBuffers();
        }

        @Override
        protected void onRemoval(ReadBuffers buffers) {
            buffers.release();
        }
    };

    private final ByteBuf[] buffers = new ByteBuf[MOST];
    private int count;

    private ReadBuffers() {}

    /** One of {@link BoundedReads#ONE_SEGMENT} that is free, to be called by an event loop; null when there is none. */
    static @Nullable ByteBuf take(ByteBufAllocator allocator) {
        return OF_LOOP.get().free(allocator);
    }

    private @Nullable ByteBuf free(ByteBufAllocator allocator) {
        for (int i = 0; i < count; i++) {
            if (buffers[i].refCnt() == 1) {
                return buffers[i].clear().retain();
            }
        }
        if (count == MOST) {
            return null;
        }
        ByteBuf fresh = allocator.directBuffer(BoundedReads.ONE_SEGMENT, BoundedReads.ONE_SEGMENT);
        buffers[count] = fresh;
        count++;
        return fresh.retain();
    }

    private void release() {
        for (int i = 0; i < count; i++) {
            buffers[i].release();
        }
        count = 0;
    }
}
