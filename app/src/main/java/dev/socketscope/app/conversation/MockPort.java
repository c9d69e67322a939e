package dev.socketscope.app.conversation;

import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;
import java.io.IOException;
import java.util.function.Consumer;

/** Answers clients as a recorded server did. */
@FunctionalInterface
public interface MockPort {
    /** A mock that listens, until it is closed. */
    interface Mock extends AutoCloseable {
        /** {@code ws://host:port}, with the port that was really taken. */
        String url();

        @Override
        void close();
    }

    /**
     * Begins to listen. Not on the JavaFX thread.
     *
     * @param listen {@code host:port}; port 0 picks a free one
     * @param each gets what came of every client, on any thread
     * @throws IOException when it cannot listen there; the message is for people
     */
    Mock listen(String listen, Conversation script, Pace pace, Sameness sameness, Consumer<Outcome> each)
            throws IOException;
}
