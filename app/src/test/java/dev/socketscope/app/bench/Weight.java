package dev.socketscope.app.bench;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the process weighs, in MiB.
 *
 * @param heap that is left after a full collection
 * @param buffers outside of the heap that Java accounts for
 * @param resident all of the process in memory; 0 where the system does not tell
 */
record Weight(double heap, double buffers, double resident, int threads) {
    private static final double MIB = 1 << 20;
    private static final String RESIDENT = "VmRSS:";

    static Weight now() {
        System.gc();
        return new Weight(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB,
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
                        .stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum() / MIB,
                residentKiB() / 1024, ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static double residentKiB() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"))
                    .stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** By least squares, for each step from one value to the next. */
    static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double over = 0;
        double under = 0;
        for (int i = 0; i < values.size(); i++) {
            over += (i - middle) * (values.get(i) - mean);
            under += (i - middle) * (i - middle);
        }
        return under == 0 ? 0 : over / under;
    }

    /** Cells of a table. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f | %.1f | %.0f | %d", heap, buffers, resident, threads);
    }
}
