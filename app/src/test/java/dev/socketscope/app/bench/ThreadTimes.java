package dev.socketscope.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process' threads have taken of the processor, those of the Java machine itself among them, as Linux tells it
 * (proc(5), {@code schedstat}: nanoseconds). Threads of one name are one.
 *
 * @param at nanoseconds of a clock that never goes back
 * @param nanos by name, as long as Linux keeps it: 15 characters
 */
record ThreadTimes(long at, Map<String, Long> nanos) {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final int TOLD = 5;

    static ThreadTimes now() {
        Map<String, Long> nanos = new HashMap<>();
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                add(task, nanos);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ThreadTimes(System.nanoTime(), nanos);
    }

    private static void add(Path task, Map<String, Long> nanos) throws IOException {
        try {
            String name = Files.readString(task.resolve("comm")).strip();
            String[] figures = Files.readString(task.resolve("schedstat")).split(" ");
            nanos.merge(name, Long.parseLong(figures[0]), Long::sum);
        } catch (NoSuchFileException _) {
            // It has ended meanwhile.
        }
    }

    /** Two cells: all threads together in percent of a core, and the threads that took most. */
    String since(ThreadTimes before) {
        double percent = 100.0 / (at - before.at);
        Map<String, Double> shares = new HashMap<>();
        nanos.forEach((name, now) -> shares.put(name, (now - before.nanos.getOrDefault(name, 0L)) * percent));
        List<Map.Entry<String, Double>> most = shares.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(TOLD)
                .toList();
        return String.format(Locale.ROOT, "%.1f %% | ", shares.values().stream().mapToDouble(Double::doubleValue).sum())
                + most.stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %.2f %%", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
