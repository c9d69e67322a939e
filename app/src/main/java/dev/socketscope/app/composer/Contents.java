package dev.socketscope.app.composer;

import java.util.Optional;
import java.util.function.Consumer;

/** Asks for the content of a held message; the answer comes on the JavaFX thread, perhaps at once, empty when it has gone on. */
@FunctionalInterface
interface Contents {
    void ask(String id, Consumer<Optional<byte[]>> answered);
}
