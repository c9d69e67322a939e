package dev.socketscope.app.live;

import java.io.IOException;
import java.nio.file.Path;

/** Writes down what an engine sees, while somebody wants it. JavaFX thread only, but for {@link #state}. */
public interface Recordable {
    /**
     * How a recording goes.
     *
     * @param file that is being written
     * @param frames written so far
     * @param missed frames that were dropped before they could be written
     * @param bytes of the file
     */
    record Progress(Path file, long frames, long missed, long bytes) {}

    /** What is going on. */
    sealed interface State {
        /** Nothing is written. @param trouble why a recording has ended by itself; empty when none has */
        record Idle(String trouble) implements State {}

        /** Something is. */
        record Running(Progress progress) implements State {}

        /** It cannot be done here. @param why for people */
        record Impossible(String why) implements State {}
    }

    /** At once, on any thread. */
    State state();

    /**
     * Begins, with what is captured already.
     *
     * @throws IOException when the file cannot be made, or is there already; the message is for people
     */
    void start(Path file) throws IOException;

    /** Ends the file. @return the file; may take some seconds */
    Path stop();

    /** For an engine of which nothing can be written here. */
    static Recordable impossible(String why) {
        return new Recordable() {
            @Override
            public State state() {
                return new State.Impossible(why);
            }

            @Override
            public void start(Path file) throws IOException {
                throw new IOException(why);
            }

            @Override
            public Path stop() {
                throw new IllegalStateException(why);
            }
        };
    }
}
