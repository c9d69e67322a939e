package dev.socketscope.engine.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Somebody who tries the echo out: words, JSON of several shapes, binary, messages in pieces, now and then a large one. */
final class ChatterRole implements DemoRole {
    private static final List<String> WORDS = List.of("hello", "still there?", "ping from the hallway",
            "grüße über den Tunnel", "→ telemetry looks fine", "one moment", "retrying", "こんにちは");
    private final RandomGenerator random;
    private int said;

    ChatterRole(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String target() {
        return "/echo?room=lab";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "chatter/0.9 (demo)", "Cookie", "session=5f2b0c; theme=dark");
    }

    @Override
    public void opened(DemoConnection connection) {
        sayNext(connection);
    }

    private void sayNext(DemoConnection connection) {
        connection.after(Duration.ofMillis(random.nextInt(120, 600)), () -> {
            say(connection);
            sayNext(connection);
        });
    }

    private void say(DemoConnection connection) {
        said++;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> connection.send(WORDS.get(random.nextInt(WORDS.size())));
            case 3, 4 -> connection.send(cursor());
            case 5, 6 -> connection.send(operation());
            case 7 -> connection.send(gzip(operation().repeat(1 + random.nextInt(4))));
            case 8 -> connection.sendInPieces("{\"type\":\"upload\",", "\"part\":" + said + ",", "\"last\":true}");
            default ->
                connection.send("{\"type\":\"document\",\"text\":\"" + "lorem ipsum ".repeat(random.nextInt(20, 400))
                        + "\"}");
        }
    }

    private String cursor() {
        return "{\"type\":\"cursor\",\"user\":\"mira\",\"x\":" + random.nextInt(1_920) + ",\"y\":"
                + random.nextInt(1_080) + "}";
    }

    private String operation() {
        return "{\"type\":\"operation\",\"revision\":" + said + ",\"ops\":[{\"retain\":" + random.nextInt(900)
                + "},{\"insert\":\"" + WORDS.get(random.nextInt(WORDS.size())) + "\"},{\"delete\":" + random.nextInt(9)
                + "}],\"meta\":{\"draft\":false,\"tags\":[\"a\",\"b\"],\"parent\":null}}";
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
