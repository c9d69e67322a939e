package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that runs beside a test. What it prints stays in a file under {@code target/e2e}; closing ends it and all it started. */
final class Program implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(40);
    private static final Duration END_LIMIT = Duration.ofSeconds(6);
    private final Process process;
    private final Path output;

    Program(Path folder, String name, List<String> command) {
        output = Path.of("target/e2e", name + ".log").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("NO_COLOR", "1", "NEXT_TELEMETRY_DISABLED", "1"));
        try {
            Files.createDirectories(output.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the output matches. @throws AssertionError with the output when the program ends before or never prints it */
    Program awaitOutput(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        await().atMost(START_LIMIT).failFast(() -> {
            if (!process.isAlive() && !wanted.matcher(output()).find()) {
                throw new AssertionError("no “" + pattern + "” from " + describe());
            }
        }).untilAsserted(() -> assertThat(output()).as(describe()).containsPattern(wanted));
        return this;
    }

    /** Waits for the program's own end. @return its exit code */
    int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still runs: " + describe());
        }
        return process.exitValue();
    }

    /** Everything it has printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** Ends it at once (SIGKILL) and waits until the kernel has closed all that it had open. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean running() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private String describe() {
        return process.info().command().orElse("a program") + (process.isAlive() ? "" : " (ended)") + ":\n" + output();
    }
}
