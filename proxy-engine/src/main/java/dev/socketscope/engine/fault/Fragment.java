package dev.socketscope.engine.fault;

/** Sends messages in fragments. Where several do, the smallest size wins; a message that fits into one is no candidate. */
record Fragment(FrameHold hold, int bytes) implements MessageAct {
    @Override
    public Delivery finish(Delivery delivery, long now) {
        if (delivery.content().length <= bytes || !hold.fires(delivery.message(), now)) {
            return delivery;
        }
        hold.tell("message sent in fragments of " + bytes + " bytes", now);
        boolean smaller = delivery.fragment() == 0 || bytes < delivery.fragment();
        return smaller ? delivery.inFragments(bytes) : delivery;
    }
}
