package dev.socketscope.engine.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that only its owner can read, for as long as something is open. */
record TemporaryFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("socketscope"));
    }

    /** With the files in it. */
    void remove() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", path, e.getMessage());
        }
    }
}
