package dev.socketscope.bench.compare;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that runs beside the benchmark. Its output goes to a file; it is ended with this JVM at the latest. */
final class ChildProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(6);
    private final Process process;
    private final Path log;
    private final Thread reaper;

    ChildProcess(List<String> command, Path log) throws IOException {
        File output = log.toFile();
        this.log = log;
        this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        this.reaper = new Thread(process::destroyForcibly, "reaper");
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** The command that runs one more JVM like this one. */
    static List<String> java(List<String> flags, String mainClass, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> classPath = List.of("-cp", System.getProperty("java.class.path"), mainClass);
        return Stream.of(List.of(java), flags, classPath, arguments).flatMap(List::stream).toList();
    }

    /** Waits for a line and returns its first group. @throws IOException when the program ends or says nothing in time */
    String awaitLine(Pattern pattern) throws IOException, InterruptedException {
        await(ignored -> line(pattern).isPresent());
        return line(pattern).orElseThrow();
    }

    /** Waits until {@code ready} holds. @throws IOException when the program ends or that takes too long */
    void await(Predicate<ChildProcess> ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready.test(this)) {
            boolean ended = process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > end) {
                throw new IOException((ended ? "ended at once: " : "not ready in time: ") + Files.readString(log));
            }
        }
    }

    /** The process and all that it started. */
    List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).map(ProcessHandle::pid).toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    private Optional<String> line(Pattern pattern) {
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            return lines.lines().map(pattern::matcher).filter(Matcher::find).map(m -> m.group(1)).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
