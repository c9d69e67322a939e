package dev.socketscope.engine.client;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What one member of the demo does with a connection. All calls come on the demo's one thread. */
interface DemoRole {
    /** Path and query of the upgrade. */
    String target();

    default List<String> subprotocols() {
        return List.of();
    }

    /** Whether to offer {@code permessage-deflate}. */
    default boolean compressed() {
        return false;
    }

    /** Header fields beside those of every upgrade. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** The connection stands; from now on things may be sent and planned on it. */
    void opened(DemoConnection connection);

    default void text(DemoConnection connection, String message) {}

    default void binary(DemoConnection connection, ByteBuffer message) {}

    /**
     * When to come back after the connection has ended; empty to stay away.
     *
     * @param wasOpen whether the upgrade had succeeded
     * @param failures upgrades in a row that did not succeed
     */
    default Optional<Duration> comeBack(boolean wasOpen, int failures, RandomGenerator random) {
        long millis = 1_000L << Math.min(failures, 4);
        return Optional.of(Duration.ofMillis(millis + random.nextLong(millis / 2)));
    }
}
