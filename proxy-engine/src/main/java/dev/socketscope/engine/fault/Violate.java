package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Names;

/** Sends a frame that breaks a rule in front of messages. Where several do, the last one's is sent. */
record Violate(FrameHold hold, MessageFault.Rule broken) implements MessageAct {
    @Override
    public Delivery finish(Delivery delivery, long now) {
        if (!hold.fires(delivery.message(), now)) {
            return delivery;
        }
        hold.tell("frame inserted that breaks a rule: " + Names.of(broken), now);
        return delivery.after(broken);
    }
}
