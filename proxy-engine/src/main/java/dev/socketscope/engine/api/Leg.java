package dev.socketscope.engine.api;

/** One of the two TCP sides of a connection. */
public enum Leg {
    CLIENT,
    UPSTREAM;

    public Leg other() {
        return this == CLIENT ? UPSTREAM : CLIENT;
    }
}
