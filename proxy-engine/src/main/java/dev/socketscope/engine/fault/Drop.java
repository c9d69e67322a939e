package dev.socketscope.engine.fault;

/** Lets messages vanish. */
record Drop(FrameHold hold) implements MessageAct {
    @Override
    public boolean drops(Message message, long now) {
        if (!hold.fires(message, now)) {
            return false;
        }
        hold.tell("message of " + message.payload().length + " bytes dropped", now);
        return true;
    }
}
