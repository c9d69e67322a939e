package dev.socketscope.engine.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a fault, in whichever notation it was written. A key that must be there and is not, and a value that does not fit, end the
 * reading by an exception of the notation's own; with a fallback a key may be absent. Belongs to one thread.
 */
public interface FaultFields {
    boolean has(String key);

    String text(String key);

    default String text(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    default @Nullable String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    /** A whole number that a long can hold. */
    long number(String key);

    default long number(String key, long fallback) {
        return has(key) ? number(key) : fallback;
    }

    /** A whole number that an int can hold. */
    int whole(String key);

    default int whole(String key, int fallback) {
        return has(key) ? whole(key) : fallback;
    }

    double decimal(String key, double fallback);

    Duration span(String key);

    default Duration span(String key, Duration fallback) {
        return has(key) ? span(key) : fallback;
    }

    default @Nullable Duration optionalSpan(String key) {
        return has(key) ? span(key) : null;
    }

    /** One of an enum's constants, in lower case and with hyphens. */
    <E extends Enum<E>> E choice(Class<E> type, String key);

    default <E extends Enum<E>> E choice(Class<E> type, String key, E fallback) {
        return has(key) ? choice(type, key) : fallback;
    }

    /** The keys below a key; null when it is absent. */
    @Nullable
    FaultFields object(String key);

    /** The elements of a list, each with its keys; empty when it is absent. */
    List<? extends FaultFields> objects(String key);

    /** Refuses keys that nobody has asked for. */
    void finish();
}
