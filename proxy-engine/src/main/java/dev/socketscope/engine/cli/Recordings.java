package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.recording.Recorder;
import dev.socketscope.engine.recording.Recording;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/** Recordings, for the commands. */
public final class Recordings {
    private Recordings() {}

    /**
     * Begins the one that {@code --record} asks for; empty when nobody asked.
     *
     * @throws ConfigException when the file cannot be made, or is there already
     */
    public static Optional<Recorder> begin(EngineOptions options, EngineStart.Started started) throws ConfigException {
        Optional<Path> file = options.record();
        return file.isEmpty() ? Optional.empty() : Optional.of(begin(file.get(), started, options.recordSecrets()));
    }

    /** Opens one that was made. @throws ConfigException when it is none */
    public static Recording open(Path file) throws ConfigException {
        try {
            return Recording.open(file);
        } catch (IOException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static Recorder begin(Path file, EngineStart.Started started, boolean secrets) throws ConfigException {
        try {
            return Recorder.start(started.engine(), started.frames(), file, Recorder.Bounds.DEFAULT, secrets);
        } catch (FileAlreadyExistsException e) {
            throw ConfigException.of("--record", file.toString(), "a file that does not exist yet");
        } catch (IOException e) {
            throw new ConfigException("--record: " + file + " cannot be written: " + e.getMessage());
        }
    }
}
