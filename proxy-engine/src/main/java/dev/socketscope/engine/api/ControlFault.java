package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * Faults of Ping and Pong frames (RFC 6455 §5.5.2, §5.5.3). The direction is the one in which the frame travels. Every such frame a peer
 * sends is meant, a pong that answers the engine's own ping too, so these faults show who notices a dead peer and when.
 */
public sealed interface ControlFault extends FaultSpec {
    /** Pings vanish. */
    record SwallowPing() implements ControlFault {}

    /** Pongs vanish. */
    record SwallowPong() implements ControlFault {}

    /** Pongs arrive late; other frames pass them. */
    record DelayPong(Duration delay) implements ControlFault {
        public DelayPong {
            FaultChecks.delay("delay", delay);
        }
    }
}
