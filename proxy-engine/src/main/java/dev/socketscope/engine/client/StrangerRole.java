package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody who is refused, once, and takes no for an answer. */
record StrangerRole(String target) implements DemoRole {
    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "stranger/1.0 (demo)");
    }

    @Override
    public void opened(DemoConnection connection) {
        connection.close(1000, "did not expect to get in");
    }

    @Override
    public Optional<Duration> comeBack(boolean wasOpen, int failures, RandomGenerator random) {
        return Optional.empty();
    }
}
