package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;

/** Changes messages' content, as the fault before has left it. A message that it could not change is no candidate. */
sealed interface ContentAct extends MessageAct permits Replace, MapTo, Corrupt, Truncate {
    boolean canChange(byte[] content);

    /**
     * @param content that can be changed; it stays as it is
     * @return the new content
     */
    byte[] changed(byte[] content, Opcode opcode);

    @Override
    default Delivery change(Delivery delivery, long now) {
        byte[] content = delivery.content();
        if (!hold().concerns(delivery.message()) || !canChange(content) || !hold().fires(now)) {
            return delivery;
        }
        hold().tell("message changed: " + hold().rule().armed().type().wireName(), now);
        return delivery.with(changed(content, delivery.message().opcode()));
    }
}
