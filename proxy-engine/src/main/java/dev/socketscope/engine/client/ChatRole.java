package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A guest of the Socket.IO chat: answers its pings, says something every few seconds, types before. */
final class ChatRole implements DemoRole {
    private static final List<String> LINES = List.of("build is green", "who broke staging?", "reload please",
            "the tunnel dropped again", "works on my machine", "deploying in 5", "lunch?", "looks good");
    private final String name;
    private final RandomGenerator random;
    private int events;

    ChatRole(String name, RandomGenerator random) {
        this.name = name;
        this.random = random;
    }

    @Override
    public String target() {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "Mozilla/5.0 (demo) chat", "Cookie", "io=" + name);
    }

    @Override
    public void opened(DemoConnection connection) {
        connection.send("40");
        talk(connection);
    }

    @Override
    public void text(DemoConnection connection, String packet) {
        if (packet.equals("2")) {
            connection.send("3");
        }
    }

    private void talk(DemoConnection connection) {
        connection.after(Duration.ofMillis(random.nextInt(2_000, 5_500)), () -> {
            connection.send("42[\"typing\",{\"from\":\"" + name + "\"}]");
            connection.after(Duration.ofMillis(700), () -> {
                events++;
                connection.send("42" + events + "[\"chat\",{\"from\":\"" + name + "\",\"text\":\""
                        + LINES.get(random.nextInt(LINES.size())) + "\",\"n\":" + events + "}]");
                talk(connection);
            });
        });
    }
}
