package dev.socketscope.bench;

import dev.socketscope.bench.faults.DelayRun;
import dev.socketscope.bench.faults.RateRun;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures latencies and bandwidths that faults make, and prints them as Markdown beside what was asked for. */
@Command(name = "faults", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Measures how exactly latency and bandwidth do what they say.")
final class FaultsCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 20;
    private static final long[] RATES = {20_000, 200_000, 2_000_000, 20_000_000};

    @Option(names = "--messages", defaultValue = "100", description = "Messages on each of " + CONNECTIONS
            + " connections.")
    private int messages;

    @Option(names = "--seconds", defaultValue = "10", description = "How long each bandwidth is watched.")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        System.out.printf("Load average at the start: %.2f%n%n", loadAverage());
        System.out.println("| latency | samples | least ms | p50 ms | mean ms | deviation ms | p99 ms | most ms |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        delays("none");
        for (Distribution distribution : Distribution.values()) {
            String name = distribution.name().toLowerCase(Locale.ROOT);
            delays("50 ms, jitter 20 ms, " + name,
                    new TransportFault.Latency(Duration.ofMillis(50), Duration.ofMillis(20), distribution));
        }
        System.out.println("\n| bandwidth asked for | measured over " + seconds
                + " s | error | least in 100 ms, of a tenth | most in 100 ms, of a tenth |");
        System.out.println("|---|---|---|---|---|");
        for (long rate : RATES) {
            bandwidth(rate);
        }
        System.out.printf("%nLoad average at the end: %.2f%n", loadAverage());
        return 0;
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void delays(String name, TransportFault... faults) throws Exception {
        double[] sorted = DelayRun.measure(CONNECTIONS, messages, faults);
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        System.out.printf("| %s | %,d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n", name, sorted.length, sorted[0],
                sorted[sorted.length / 2], mean, Math.sqrt(variance), sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    private void bandwidth(long rate) throws InterruptedException {
        RateRun.Seen seen = RateRun.measure(rate, seconds);
        System.out.printf("| %,d B/s | %,.0f B/s | %+.2f %% | %.2f | %.2f |%n", rate, seen.bytesPerSecond(),
                100 * (seen.bytesPerSecond() / rate - 1), 10.0 * seen.least() / rate, 10.0 * seen.most() / rate);
    }
}
