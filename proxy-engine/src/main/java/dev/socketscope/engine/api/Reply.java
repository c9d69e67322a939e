package dev.socketscope.engine.api;

/** What the engine answers to a {@link Command}. */
public sealed interface Reply {
    /** It was done. */
    record Done(String message) implements Reply {}

    /** It was not done, and {@code reason} says why in words for a person. */
    record Refused(String reason) implements Reply {}
}
