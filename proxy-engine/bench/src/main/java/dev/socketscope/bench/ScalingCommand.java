package dev.socketscope.bench;

import dev.socketscope.bench.compare.FaultScaling;
import dev.socketscope.bench.compare.Kind;
import dev.socketscope.bench.compare.ScalingRun;
import dev.socketscope.bench.compare.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether cost bends anywhere as connections and faults grow in number. */
@Command(name = "scaling", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Measures 1 to 10,000 connections through relays, and 0 to 20 armed faults in the engine.")
final class ScalingCommand implements Callable<Integer> {
    private static final Duration FIRST = Duration.ofSeconds(12);
    private static final Duration WARM_UP = Duration.ofSeconds(1);

    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(names = "--rounds", defaultValue = "3", description = "How often everything is measured.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "How long each measurement lasts.")
    private double seconds;

    @Option(names = "--only", description = "One of the two: ${COMPLETION-CANDIDATES}.")
    private @Nullable Part only;

    @Option(names = "--folder", required = true, description = "For configuration and output of the programs beside.")
    private Path folder = Path.of("");

    /** What grows. */
    enum Part {
        CONNECTIONS, FAULTS
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Schedule schedule = new Schedule(rounds, FIRST, WARM_UP, CompareCommand.seconds(seconds));
        if (only != Part.FAULTS) {
            new ScalingRun(System.out, folder, schedule)
                    .run(candidates.chosen(List.of(Kind.DIRECT, Kind.NGINX, Kind.ENGINE)));
        }
        if (only != Part.CONNECTIONS) {
            new FaultScaling(System.out, folder, schedule).run();
        }
        return 0;
    }
}
