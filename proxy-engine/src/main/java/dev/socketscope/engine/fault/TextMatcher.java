package dev.socketscope.engine.fault;

/** A fault's {@code match.text}, understood by whoever arms the fault. Any thread may ask. */
@FunctionalInterface
public interface TextMatcher {
    /** @param payload of a whole message, unmasked and inflated; not to be changed */
    boolean matches(byte[] payload);
}
