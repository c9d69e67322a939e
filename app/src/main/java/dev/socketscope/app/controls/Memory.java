package dev.socketscope.app.controls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the window remembers from one run to the next: short texts by key, in one small JSON file that is written soon after a
 * change. A file that cannot be read counts as empty, one that cannot be written is told in the log. Safe for any thread.
 */
public final class Memory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Executor SOON = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS,
            task -> Thread.ofVirtual().start(task));

    private final @Nullable Path file;
    private final Map<String, String> values;
    private boolean unsaved;

    private Memory(@Nullable Path file, Map<String, String> values) {
        this.file = file;
        this.values = new TreeMap<>(values);
    }

    /** Reads the file if there is one. */
    public static Memory in(Path file) {
        return new Memory(file, read(file));
    }

    /** Remembers until it is thrown away, and touches no file: for tests and for pictures. */
    public static Memory forgetful() {
        return new Memory(null, Map.of());
    }

    public synchronized Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public OptionalDouble number(String key) {
        try {
            return text(key).map(Double::parseDouble)
                    .filter(Double::isFinite)
                    .map(OptionalDouble::of)
                    .orElseGet(OptionalDouble::empty);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    public void put(String key, double value) {
        put(key, Double.toString(value));
    }

    public synchronized void put(String key, String value) {
        if (value.equals(values.put(key, value)) || file == null) {
            return;
        }
        if (!unsaved) {
            unsaved = true;
            SOON.execute(this::close);
        }
    }

    /** Forgets every key that begins so. */
    public synchronized void forget(String prefix) {
        values.keySet().removeIf(key -> key.startsWith(prefix));
        unsaved = true;
        close();
    }

    /** Writes what has not been written yet. More may be put afterwards. */
    @Override
    public synchronized void close() {
        if (!unsaved || file == null) {
            return;
        }
        unsaved = false;
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "window", ".tmp");
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(values));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The window's state could not be written to {}: {}", file, e.toString());
        }
    }

    private static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
        } catch (IOException | JacksonException e) {
            LOG.warn("The window's state in {} cannot be read and is ignored: {}", file, e.toString());
            return Map.of();
        }
    }
}
