package dev.socketscope.engine.fault;

/** Lets so many bytes a second leave. */
record Bandwidth(DirectionHold hold, long bytesPerSecond) implements PacingAct {
    @Override
    public long rate(long now) {
        return hold.holds(now) ? bytesPerSecond : Long.MAX_VALUE;
    }
}
