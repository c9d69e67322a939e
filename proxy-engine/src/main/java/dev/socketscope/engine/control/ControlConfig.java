package dev.socketscope.engine.control;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the control API listens and what its callers have to know.
 *
 * @param listen port 0 picks a free one
 * @param authority the certificate in PEM that the engine's clients have to trust; empty when there is none of its own
 */
public record ControlConfig(InetSocketAddress listen, ControlToken token, Supplier<Optional<String>> authority) {
    /** For an engine without an authority of its own. */
    public ControlConfig(InetSocketAddress listen, ControlToken token) {
        this(listen, token, Optional::empty);
    }
}
