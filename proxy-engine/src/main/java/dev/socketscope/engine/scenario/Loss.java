package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that its client wanted and lost. Either one leg was lost and came back while the other was held, or the connection ended
 * and the same client came again with another one.
 *
 * <p>It begins with the first end of a leg that belongs to it: the cut, the FIN, the Close frame, or the moment at which keep-alive gave the
 * leg up. It is over when both legs are open again. An end that the client itself wanted (Close with 1000, 1001, none, or a code of 3000
 * and more) is no loss, nor is one that the upstream wanted, but for its 1001: "going away" asks clients to come again.
 *
 * @param connection id of the connection that was lost
 * @param at of the engine's clock
 * @param cause for a person
 * @param by who has to bring it back
 * @param attempts how often that was tried until it succeeded, or in vain
 * @param back from the beginning until all was open again; null when it was not
 * @param waited from the beginning to the end of the observation; of one that is {@code back}, the same as that
 */
public record Loss(String connection, String path, Instant at, String cause, Healer by, int attempts,
        @Nullable Duration back, Duration waited) {
    /** Who has to bring a lost connection back. */
    public enum Healer {
        /** The engine, while it held the other leg. */
        ENGINE,
        /** The application. */
        CLIENT
    }
}
