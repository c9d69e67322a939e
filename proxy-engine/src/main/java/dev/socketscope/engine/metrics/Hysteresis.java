package dev.socketscope.engine.metrics;

/**
 * A switch that does not flap. Off, it goes on after so many bad observations in a row; on, it goes off after so many good ones.
 * What is neither ends a row and changes nothing, so a value that wanders in between never switches.
 */
final class Hysteresis {
    /** What an observation says. */
    enum Side {
        BAD, BETWEEN, GOOD
    }

    private final int onAfter;
    private final int offAfter;
    private boolean on;
    private int row;

    /**
     * @param onAfter bad observations in a row, at least 1
     * @param offAfter good observations in a row, at least 1
     */
    Hysteresis(int onAfter, int offAfter) {
        this.onAfter = onAfter;
        this.offAfter = offAfter;
    }

    /** @return whether this observation has switched it */
    boolean observe(Side side) {
        row = side == (on ? Side.GOOD : Side.BAD) ? row + 1 : 0;
        boolean switches = row == (on ? offAfter : onAfter);
        if (switches) {
            on = !on;
            row = 0;
        }
        return switches;
    }

    boolean on() {
        return on;
    }
}
