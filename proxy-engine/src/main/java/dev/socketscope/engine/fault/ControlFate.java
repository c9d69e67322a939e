package dev.socketscope.engine.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of a Ping or Pong.
 *
 * @param swallowed counts before the delay
 * @param delayNanos from now
 * @param heldBy the faults that delay it; once all of them are disarmed it is not to be delayed any longer
 */
public record ControlFate(boolean swallowed, long delayNanos, List<FaultRule> heldBy) {
    static final ControlFate PASS = new ControlFate(false, 0, List.of());
    static final ControlFate SWALLOWED = new ControlFate(true, 0, List.of());

    ControlFate later(long nanos, FaultRule by) {
        return new ControlFate(swallowed, delayNanos + nanos, Stream.concat(heldBy.stream(), Stream.of(by)).toList());
    }
}
