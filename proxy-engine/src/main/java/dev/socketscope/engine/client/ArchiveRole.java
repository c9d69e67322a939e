package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Stores log lines through the echo, compressed: a few kilobytes of JSON every now and then. */
final class ArchiveRole implements DemoRole {
    private static final Duration PERIOD = Duration.ofMillis(1_400);
    private final RandomGenerator random;

    ArchiveRole(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String target() {
        return "/echo?archive=logs";
    }

    @Override
    public boolean compressed() {
        return true;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "log-archive/1.0 (demo)");
    }

    @Override
    public void opened(DemoConnection connection) {
        connection.every(PERIOD, () -> connection.send(lines()));
    }

    private String lines() {
        StringBuilder text = new StringBuilder("{\"type\":\"log\",\"lines\":[");
        int count = random.nextInt(12, 60);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"level\":\"")
                    .append(random.nextInt(8) == 0 ? "warn" : "info")
                    .append("\",\"module\":\"checkout\",\"millis\":")
                    .append(random.nextInt(400))
                    .append(",\"message\":\"request ")
                    .append(random.nextInt(100_000))
                    .append(" served\"}");
        }
        return text.append("]}").toString();
    }
}
