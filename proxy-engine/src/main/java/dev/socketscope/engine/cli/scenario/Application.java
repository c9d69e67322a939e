package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.config.ConfigException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command under test, with its children; ends with the scenario. Without a command it is nothing. */
final class Application implements AutoCloseable {
    private static final String ADDRESS = "SOCKETSCOPE_URL";
    private static final Duration GRACE = Duration.ofSeconds(2);
    private final @Nullable Process process;

    private Application(@Nullable Process process) {
        this.process = process;
    }

    /**
     * Starts it; what it prints goes where this process prints.
     *
     * @param command program and arguments; empty for none
     * @param address what it finds in {@code SOCKETSCOPE_URL}
     * @throws ConfigException when there is no such program
     */
    static Application start(List<String> command, String address) throws ConfigException {
        if (command.isEmpty()) {
            return new Application(null);
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(ADDRESS, address);
        try {
            return new Application(builder.start());
        } catch (IOException e) {
            throw new ConfigException("COMMAND: " + command.getFirst() + " cannot be started: " + e.getMessage());
        }
    }

    /** SIGTERM to all of it, and SIGKILL to what is still there after two seconds. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
