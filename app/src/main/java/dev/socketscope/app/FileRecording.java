package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Recordable;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.recording.Recorder;
import dev.socketscope.engine.recording.RecorderStatus;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The recording of an engine in this process. */
final class FileRecording implements Recordable, AutoCloseable {
    private final Engine engine;
    private final FrameStore frames;
    private volatile @Nullable Recorder recorder;

    /** @param running one that has begun with the engine; null for none */
    FileRecording(Engine engine, FrameStore frames, @Nullable Recorder running) {
        this.engine = engine;
        this.frames = frames;
        this.recorder = running;
    }

    @Override
    public State state() {
        Recorder now = recorder;
        if (now == null) {
            return new State.Idle("");
        }
        RecorderStatus status = now.status();
        return status.running() ? new State.Running(
                new Progress(status.file(), status.frames(), status.missed(), status.bytes()))
                : new State.Idle(status.trouble());
    }

    @Override
    public void start(Path file) throws IOException {
        try {
            recorder = Recorder.start(engine, frames, file, Recorder.Bounds.DEFAULT);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(Strings.of("record.exists", file.toString()), e);
        }
    }

    @Override
    public Path stop() {
        Recorder ended = Objects.requireNonNull(recorder, "nothing is recorded");
        ended.close();
        recorder = null;
        return ended.status().file();
    }

    /** Ends the file when one is written. */
    @Override
    public void close() {
        Recorder now = recorder;
        if (now != null) {
            now.close();
        }
    }
}
