package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.List;

/** Sends messages again. Several each copy the message itself. */
record Duplicate(FrameHold hold, MessageFault.Duplicate spec) implements MessageAct {
    @Override
    public void copy(Delivery first, List<Delivery> all, long now) {
        if (hold.fires(first.message(), now)) {
            for (int i = 1; i <= spec.copies(); i++) {
                all.add(first.copyAfter(i * spec.gap().toNanos(), hold.rule()));
            }
            hold.tell("message sent again, " + spec.copies() + " times", now);
        }
    }
}
