package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A reader of an engine's newest frames in a JVM of its own. */
final class Watcher implements AutoCloseable {
    private static final Pattern LINE = Pattern
            .compile("rows (\\d+), age (\\d+) µs, oldest (\\d+) µs, lag (\\d+) µs, STREAMING");
    private final ChildProcess process;
    private final Path log;

    /**
     * What it saw, on an average second.
     *
     * @param rows frames that were on its screen for at least one pulse
     * @param ageMicros median age of a frame when it came on the screen
     * @param oldestMicros the same, the worst of all
     * @param lagMicros of a ping and its pong
     */
    record Sight(double rows, double ageMicros, double oldestMicros, double lagMicros) {}

    Watcher(URI engine, Path tokenFile, Path folder) throws IOException, InterruptedException {
        log = folder.resolve("watch.log");
        process = new ChildProcess(
                ChildProcess.java(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"),
                        "dev.socketscope.bench.BenchRelay",
                        List.of("watch", "--engine", engine.toString(), "--token-file", tokenFile.toString())),
                log);
        process.awaitLine(Pattern.compile("(STREAMING)"));
    }

    List<Long> pids() {
        return process.pids();
    }

    /** How many seconds it has told of. */
    int told() throws IOException {
        return lines().size();
    }

    /** What it has told since it had told of {@code from} seconds. */
    Sight since(int from) throws IOException {
        List<MatchResult> lines = lines().subList(from, lines().size());
        return new Sight(mean(lines, 1), mean(lines, 2),
                lines.stream().mapToDouble(line -> Double.parseDouble(line.group(3))).max().orElse(0), mean(lines, 4));
    }

    private static double mean(List<MatchResult> lines, int group) {
        return lines.stream().mapToDouble(line -> Double.parseDouble(line.group(group))).average().orElse(0);
    }

    private List<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(log)).results().toList();
    }

    @Override
    public void close() {
        process.close();
    }
}
