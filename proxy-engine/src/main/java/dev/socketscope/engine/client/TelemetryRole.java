package dev.socketscope.engine.client;

import java.util.List;
import java.util.Map;

/** A wall display that only watches. */
record TelemetryRole(int hz) implements DemoRole {
    @Override
    public String target() {
        return "/ws/telemetry?hz=" + hz;
    }

    @Override
    public List<String> subprotocols() {
        return List.of("json");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "telemetry-wall/2.3 (demo)", "Authorization", "Bearer demo-" + hz);
    }

    @Override
    public void opened(DemoConnection connection) {
        // Watching is all it does.
    }
}
