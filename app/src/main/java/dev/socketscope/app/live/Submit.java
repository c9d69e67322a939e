package dev.socketscope.app.live;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import java.util.function.Consumer;

/** Hands a command to the engine; the answer comes on the JavaFX thread, perhaps at once. */
@FunctionalInterface
public interface Submit {
    void submit(Command command, Consumer<Reply> answered);
}
