package dev.socketscope.engine.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The engine's histograms. Every event loop writes to its own, so no two threads ever write to the same memory; whoever reads
 * merges them. At most five times 7 KiB for each loop.
 */
public final class MetricsHub {
    private final AtomicReferenceArray<LoopMetrics> loops;

    /** @param loops how many event loops there are, at least 1 */
    public MetricsHub(int loops) {
        this.loops = new AtomicReferenceArray<>(loops);
    }

    /**
     * The place of one event loop, made when it is first asked for. Any thread may ask; only the loop records.
     *
     * @param index 0 … loops - 1
     * @throws IndexOutOfBoundsException when there is no such loop
     */
    public LoopMetrics loop(int index) {
        LoopMetrics there = loops.get(index);
        if (there != null) {
            return there;
        }
        LoopMetrics made = new LoopMetrics();
        return loops.compareAndSet(index, null, made) ? made : loops.get(index);
    }

    /** All loops together, cumulative since the engine started. Any thread. */
    public HubSnapshot snapshot() {
        HubSnapshot all = HubSnapshot.EMPTY;
        for (int i = 0; i < loops.length(); i++) {
            LoopMetrics loop = loops.get(i);
            all = loop == null ? all : all.plus(loop.snapshot());
        }
        return all;
    }
}
