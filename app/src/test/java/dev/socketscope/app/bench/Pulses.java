package dev.socketscope.app.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Writes down when pulses begin, how long they work, and what they cost. JavaFX thread only. */
final class Pulses {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final List<Long> intervals = new ArrayList<>();
    private final List<Long> work = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            begin();
        }
    };
    private long last;
    private long began;
    private long fxCpu;
    private long renderCpu;
    private long collections;
    private long collecting;

    Pulses(Scene scene) {
        scene.addPostLayoutPulseListener(() -> {
            if (last != 0) {
                work.add(System.nanoTime() - began);
            }
        });
    }

    void start() {
        intervals.clear();
        work.clear();
        last = 0;
        fxCpu = cpu("JavaFX Application Thread");
        renderCpu = cpu("QuantumRenderer");
        collections = collections();
        collecting = collecting();
        timer.start();
    }

    void stop() {
        timer.stop();
    }

    /** For example {@code 59.8 fps median …}. */
    String summary() {
        int frames = Math.max(1, intervals.size());
        return String.format(Locale.ROOT,
                "%.1f fps median, %.1f mean; interval p50 %.1f p99 %.1f max %.1f ms; pulse work p50 %.1f p99 %.1f ms; "
                        + "CPU per frame FX %.1f render %.1f ms; GC %d in %d ms",
                median(), 1000 / mean(intervals), percentile(intervals, 0.5),
                percentile(intervals, 0.99), percentile(intervals, 1), percentile(work, 0.5), percentile(work, 0.99),
                (cpu("JavaFX Application Thread") - fxCpu) / 1e6 / frames,
                (cpu("QuantumRenderer") - renderCpu) / 1e6 / frames,
                collections() - collections, collecting() - collecting);
    }

    /** Frames a second. */
    double median() {
        return 1000 / percentile(intervals, 0.5);
    }

    /** Milliseconds of the longest time between two pulses. */
    double longestInterval() {
        return percentile(intervals, 1);
    }

    /** Milliseconds of the longest animation and layout of one pulse. */
    double longestWork() {
        return percentile(work, 1);
    }

    private void begin() {
        began = System.nanoTime();
        if (last != 0) {
            intervals.add(began - last);
        }
        last = began;
    }

    private static double mean(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0) / 1e6;
    }

    private static double percentile(List<Long> nanos, double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / 1e6;
    }

    private static long cpu(String name) {
        for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith(name)) {
                return THREADS.getThreadCpuTime(info.getThreadId());
            }
        }
        return 0;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans()
                .stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans()
                .stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
