package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import org.jspecify.annotations.Nullable;

/** A fault that acts on an upgrade. */
sealed interface HandshakeAct permits HandshakeWhileDown, DelayHandshake, Refuse, HangHandshake, DropHandshake {
    static HandshakeAct of(HandshakeFault spec, FaultRule rule) {
        return switch (spec) {
            case HandshakeFault.Delay(var delay) -> new DelayHandshake(rule, delay);
            case HandshakeFault.Refuse refuse -> new Refuse(rule, refuse);
            case HandshakeFault.Hang _ -> new HangHandshake(rule);
            case HandshakeFault.Drop(var mode) -> new DropHandshake(rule, mode);
        };
    }

    FaultRule rule();

    /** What it does, in words. */
    String detail();

    /** How much later the upgrade's outcome comes. */
    default long delayNanos() {
        return 0;
    }

    /** How the upgrade ends; null when that is left to others. */
    default @Nullable Outcome outcome() {
        return null;
    }
}
