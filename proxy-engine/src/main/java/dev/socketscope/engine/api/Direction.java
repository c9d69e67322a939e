package dev.socketscope.engine.api;

/** Which way bytes travel through a connection. */
public enum Direction {
    /** Sent by the client. */
    TO_UPSTREAM("to-upstream"),
    /** Sent by the upstream. */
    TO_CLIENT("to-client");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the control API, in faults and in filters: {@code to-upstream} or {@code to-client}. */
    public String wireName() {
        return wireName;
    }

    public Direction opposite() {
        return this == TO_UPSTREAM ? TO_CLIENT : TO_UPSTREAM;
    }

    /** The leg whose peer sent what travels this way. */
    public Leg source() {
        return this == TO_UPSTREAM ? Leg.CLIENT : Leg.UPSTREAM;
    }
}
