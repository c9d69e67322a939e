package dev.socketscope.engine.relay;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Follows every buffer and keeps what Netty reports of those that nobody gave back. */
final class Leaks implements AutoCloseable {
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final Logger detector = Logger.getLogger(ResourceLeakDetector.class.getName());
    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            found.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    void watch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        detector.addHandler(collector);
        detector.setUseParentHandlers(false);
    }

    /** Buffers that were dropped without having been released are reported when the collector finds them. */
    List<String> collect() {
        AdaptiveByteBufAllocator allocator = new AdaptiveByteBufAllocator();
        for (int i = 0; i < 5; i++) {
            System.gc();
            allocator.directBuffer(16).release();
        }
        return found;
    }

    @Override
    public void close() {
        detector.removeHandler(collector);
        detector.setUseParentHandlers(true);
        ResourceLeakDetector.setLevel(before);
    }
}
