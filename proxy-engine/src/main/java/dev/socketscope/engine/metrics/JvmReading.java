package dev.socketscope.engine.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.List;

/**
 * The process at one moment.
 *
 * @param heapBytes used by objects, garbage included
 * @param nonHeapBytes used by classes, compiled code and the like
 * @param threads live ones
 * @param collectors the garbage collector's parts
 * @param cpuMicros processor time since the start; 0 where the system does not tell
 * @param startMillis when the process started, milliseconds since the epoch
 */
public record JvmReading(long heapBytes, long nonHeapBytes, int threads, List<Collector> collectors, long cpuMicros,
        long startMillis) {

    /**
     * @param name for example {@code G1 Young Generation}
     * @param collections since the start
     * @param millis spent in them since the start
     */
    public record Collector(String name, long collections, long millis) {}

    /** Reads it from the JVM. Takes some hundred microseconds; not for an event loop. */
    public static JvmReading now() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        // An unknown count is -1 there, and a counter must not begin below 0.
        List<Collector> collectors = ManagementFactory.getGarbageCollectorMXBeans()
                .stream()
                .map(gc -> new Collector(gc.getName(), Math.max(0, gc.getCollectionCount()),
                        Math.max(0, gc.getCollectionTime())))
                .toList();
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new JvmReading(memory.getHeapMemoryUsage().getUsed(), memory.getNonHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(), collectors, cpu.toNanos() / 1000,
                ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
