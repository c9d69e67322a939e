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

    String text(String key, String fallback);

    @Nullable
    String optionalText(String key);

    /** A whole number that a long can hold. */
    long number(String key);

    long number(String key, long fallback);

    int whole(String key);

    int whole(String key, int fallback);

    double decimal(String key, double fallback);

    Duration span(String key);

    Duration span(String key, Duration fallback);

    @Nullable
    Duration optionalSpan(String key);

    /** One of an enum's constants, in lower case and with hyphens. */
    <E extends Enum<E>> E choice(Class<E> type, String key);

    <E extends Enum<E>> E choice(Class<E> type, String key, E fallback);

    /** The keys below a key; null when it is absent. */
    @Nullable
    FaultFields object(String key);

    /** The elements of a list, each with its keys; empty when it is absent. */
    List<? extends FaultFields> objects(String key);

    /** Refuses keys that nobody has asked for. */
    void finish();
}
