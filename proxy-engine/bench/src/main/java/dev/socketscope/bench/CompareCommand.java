package dev.socketscope.bench;

import dev.socketscope.bench.compare.Comparison;
import dev.socketscope.bench.compare.Kind;
import dev.socketscope.bench.compare.Schedule;
import dev.socketscope.bench.load.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All relays through all workloads; a Markdown table at the end. */
@Command(name = "compare", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Measures relays by turns and prints a table of medians, and what the engine was to reach.")
final class CompareCommand implements Callable<Integer> {
    private static final List<Workload> WORKLOADS = List.of(new Workload.Echo("64 × 1 × 128 B", 64, 1, 128),
            new Workload.Echo("64 × 16 × 128 B", 64, 16, 128), new Workload.Echo("64 × 16 × 4 KiB", 64, 16, 4 << 10),
            new Workload.Echo("8 × 1 × 1 MiB", 8, 1, 1 << 20), new Workload.Handshakes("handshakes, 16 at a time", 16),
            new Workload.Paced("128 B, 20,000/s", 64, 20_000, 128),
            new Workload.Paced("4 KiB, 10,000/s", 64, 10_000, 4 << 10));

    @Option(names = "--rounds", defaultValue = "3", description = "How often everything is measured.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "How long each measurement lasts.")
    private double seconds;

    @Option(names = "--warm-up", defaultValue = "1", description = "Seconds of load before each measurement.")
    private double warmUp;

    @Option(names = "--first", defaultValue = "12", description = "Seconds of each load on the engine before the first round, while its JVM compiles.")
    private double first;

    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(names = "--folder", required = true, description = "For configuration and output of the programs beside.")
    private Path folder = Path.of("");

    @Option(names = "--only", defaultValue = "", description = "Only the workloads whose name contains this.")
    private String only = "";

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        List<Workload> chosen = WORKLOADS.stream().filter(workload -> workload.name().contains(only)).toList();
        Schedule schedule = new Schedule(rounds, seconds(first), seconds(warmUp), seconds(seconds));
        new Comparison(System.out, folder, schedule).run(candidates.chosen(Kind.USUAL), chosen);
        return 0;
    }

    static Duration seconds(double value) {
        return Duration.ofMillis(Math.round(value * 1000));
    }
}
