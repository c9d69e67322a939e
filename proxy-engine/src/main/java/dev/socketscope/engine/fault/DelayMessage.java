package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;

/** Keeps messages back; several add up. */
record DelayMessage(FrameHold hold, MessageFault.Delay spec) implements MessageAct {
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    @Override
    public Delivery finish(Delivery delivery, long now) {
        if (!hold.fires(delivery.message(), now)) {
            return delivery;
        }
        double spread = 2 * hold.effects().nextDouble() - 1;
        long nanos = spec.delay().toNanos() + (long) (spec.jitter().toNanos() * spread);
        hold.tell("message kept back for " + nanos / NANOS_OF_A_MILLI + " ms", now);
        return delivery.later(nanos, hold.rule());
    }
}
