package dev.socketscope.engine.metrics;

import dev.socketscope.engine.metrics.Family.Type;

/** The process, under the names that Prometheus clients for Java have given it, so that existing dashboards find it. */
final class JvmFamilies {
    private static final Family MEMORY = new Family("jvm_memory_used_bytes", Type.GAUGE, "bytes", "Memory in use");
    private static final Family THREADS = Family.of("jvm_threads_current", Type.GAUGE, "Live threads");
    private static final Family COLLECTIONS = new Family("jvm_gc_collection_seconds", Type.SUMMARY, "seconds",
            "Time spent collecting garbage");
    private static final Family CPU = new Family("process_cpu_seconds_total", Type.COUNTER, "seconds",
            "Processor time of the process");
    private static final Family START = new Family("process_start_time_seconds", Type.GAUGE, "seconds",
            "When the process started, seconds since the epoch");

    private JvmFamilies() {}

    static void write(JvmReading jvm, Exposition out) {
        out.family(MEMORY)
                .sample(MEMORY.name(), jvm.heapBytes(), new Label("area", "heap"))
                .sample(MEMORY.name(), jvm.nonHeapBytes(), new Label("area", "nonheap"));
        out.single(THREADS, jvm.threads());
        out.family(COLLECTIONS);
        for (JvmReading.Collector collector : jvm.collectors()) {
            Label gc = new Label("gc", collector.name());
            out.sample(COLLECTIONS.name() + "_count", collector.collections(), gc);
            out.millis(COLLECTIONS.name() + "_sum", collector.millis(), gc);
        }
        out.family(CPU).micros(CPU.name(), jvm.cpuMicros());
        out.family(START).millis(START.name(), jvm.startMillis());
    }
}
