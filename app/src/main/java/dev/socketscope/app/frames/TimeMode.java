package dev.socketscope.app.frames;

/** What the Time column counts from. */
public enum TimeMode {
    /** The time of day, with microseconds. */
    CLOCK("Time of day"),
    /** From the connection's opening. */
    SINCE_OPEN("Since the connection opened"),
    /** From the frame in the row above. */
    SINCE_PREVIOUS("Since the frame above");

    private final String label;

    TimeMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
