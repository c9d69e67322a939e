package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page with Vite's client: loads the page, then fetches again whatever an update names, and pings as Vite's client does. */
final class HmrPageRole implements DemoRole {
    private static final Pattern UPDATED = Pattern.compile("\"timestamp\":(\\d+),\"path\":\"([^\"]+)\"");
    private static final Duration PING_EVERY = Duration.ofSeconds(30);

    @Override
    public String target() {
        return "/_hmr?token=kVx61AGec689";
    }

    @Override
    public List<String> subprotocols() {
        return List.of("vite-hmr");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "Mozilla/5.0 (demo) hot-reloading page", "Cache-Control", "no-cache");
    }

    @Override
    public void opened(DemoConnection connection) {
        List.of("/", "/app/style.css", "/app/main.js", "/src/main.js").forEach(connection::fetch);
        connection.every(PING_EVERY, () -> connection.send("{\"type\":\"ping\"}"));
    }

    @Override
    public void text(DemoConnection connection, String message) {
        UPDATED.matcher(message).results().forEach(u -> connection.fetch(u.group(2) + "?t=" + u.group(1)));
    }
}
