package dev.socketscope.engine.metrics;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory this thread takes while it does something. */
public final class Allocated {
    /** What the JVM itself may take, for example when it swaps compiled code. An object for each of a thousand steps is far more. */
    static final long NOISE = 2_048;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    public static long bytesBy(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
