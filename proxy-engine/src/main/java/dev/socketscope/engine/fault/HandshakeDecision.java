package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Header;
import java.util.List;

/**
 * What happens to an upgrade.
 *
 * @param delayNanos the outcome comes so much later; for {@link Outcome.Pass} the upstream is asked so much later
 */
public record HandshakeDecision(long delayNanos, Outcome outcome) {
    static final HandshakeDecision PASS = new HandshakeDecision(0, new Outcome.Pass());

    /** How it ends. */
    public sealed interface Outcome {
        /** The upstream answers. */
        record Pass() implements Outcome {}

        /** The engine answers; the upstream is not asked. */
        record Refuse(int status, List<Header> headers, String body, String fault) implements Outcome {}

        /** Nobody answers; the client's TCP connection stays. */
        record Hang(String fault) implements Outcome {}

        /** The client's TCP connection ends; the mode is FIN or RST. */
        record Drop(Command.Mode mode, String fault) implements Outcome {}
    }
}
