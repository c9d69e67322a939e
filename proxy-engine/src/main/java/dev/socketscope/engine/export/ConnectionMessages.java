package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The whole messages of a connection, joined and inflated, in the order in which they ended. Takes its time; any thread but one that draws. */
public final class ConnectionMessages {
    private ConnectionMessages() {}

    /** Gets one message after the other. */
    @FunctionalInterface
    public interface Receiver {
        /** @param last frame of the message */
        void take(Frame last, Payload content) throws IOException;
    }

    /** @return messages that were there when this began and gone when they were read */
    public static long each(Engine engine, String connection, Receiver receiver) throws IOException {
        FrameWalk walk = new FrameWalk(engine, "");
        walk.each(Set.of(connection), row -> {
            Frame frame = row.frame();
            Optional<Payload> content = FrameWalk.endsMessage(frame) ? walk.message(frame) : Optional.empty();
            if (content.isPresent()) {
                receiver.take(frame, content.get());
            }
        });
        return walk.lost();
    }
}
