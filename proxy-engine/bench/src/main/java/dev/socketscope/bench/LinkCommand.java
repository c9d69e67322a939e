package dev.socketscope.bench;

import dev.socketscope.bench.compare.LinkRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What looking at a busy engine from elsewhere costs. */
@Command(name = "link", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Attaches a reader of forty rows to an engine at several rates of frames: bytes and messages on the link, CPU of both sides, lag.")
final class LinkCommand implements Callable<Integer> {
    @Option(names = "--rates", split = ",", defaultValue = "1000,5000,20000,50000", description = "Frames a second through the engine.")
    private List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "15", description = "How long each is measured, without and with the link.")
    private int seconds;

    @Option(names = "--folder", required = true, description = "Where the processes leave their logs.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        new LinkRun(System.out, folder).run(rates, Duration.ofSeconds(seconds));
        return 0;
    }
}
