package dev.socketscope.app.e2e;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Node program that takes JSON commands, one a line, and answers each. What it prints as errors stays under {@code target/e2e}. */
final class Driver implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private int lastId;

    /** @param arguments the script and what it is told */
    Driver(String name, List<String> arguments) {
        this(name, Map.of(), arguments);
    }

    /** @param environment variables that the program has beside this one's */
    Driver(String name, Map<String, String> environment, List<String> arguments) {
        List<String> command = Stream.concat(Stream.of(Places.program("node")), arguments.stream()).toList();
        Path errors = Path.of("target/e2e", name + ".log");
        try {
            Files.createDirectories(errors.getParent());
            ProcessBuilder builder = new ProcessBuilder(command).directory(Places.node().toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            answers = process.inputReader();
            commands = process.outputWriter();
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError with what the program says when the command fails */
    JsonNode command(String name, String argument) {
        try {
            commands.write(JSON.writeValueAsString(Map.of("id", ++lastId, "do", name, "with", argument)));
            commands.newLine();
            commands.flush();
            JsonNode answer = read();
            JsonNode error = answer.get("error");
            if (error != null) {
                throw new AssertionError(name + " " + argument + ": " + error.asString());
            }
            return answer.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() throws IOException {
        @Nullable
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the driver has ended; see its log under target/e2e");
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        try {
            commands.close();
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
