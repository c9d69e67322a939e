package dev.socketscope.bench;

import dev.socketscope.bench.compare.IdleRun;
import dev.socketscope.bench.compare.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What idle connections weigh. */
@Command(name = "idle", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Opens connections that say nothing through one relay after the other, and prints what each weighs.")
final class IdleCommand implements Callable<Integer> {
    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(names = "--connections", split = ",", defaultValue = "1000,10000", description = "How many, in rising order; as many as this machine allows at most.")
    private List<Integer> connections = List.of();

    @Option(names = "--rest", defaultValue = "150", description = "Seconds in which nothing happens before memory is looked at. The engine gives back what it does not need a minute and a half after the last load.")
    private int rest;

    @Option(names = "--folder", required = true, description = "For configuration and output of the programs beside.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        new IdleRun(System.out, folder, Duration.ofSeconds(rest)).run(candidates.chosen(Arrays.asList(Kind.values())),
                connections);
        return 0;
    }
}
