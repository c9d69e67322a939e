package dev.socketscope.engine.fault;

/** Lets nothing leave, and nobody notice. */
record BlackHole(DirectionHold hold) implements PacingAct {
    @Override
    public boolean swallows(long now) {
        return hold.holds(now);
    }
}
