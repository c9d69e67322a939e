package dev.socketscope.bench;

import dev.socketscope.bench.compare.Sustained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether an engine keeps up with connections that come at a steady rate. */
@Command(name = "sustained", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Opens and closes connections at a steady rate; ends with 1 at the first one that fails.")
final class SustainedCommand implements Callable<Integer> {
    @Option(names = "--rate", defaultValue = "2000", description = "Connections begun in a second.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long it is measured, after a warm-up of 15 s.")
    private int seconds;

    @Option(names = "--folder", required = true, description = "Where the processes leave their logs.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        new Sustained(System.out, folder).run(rate, Duration.ofSeconds(seconds));
        return 0;
    }
}
