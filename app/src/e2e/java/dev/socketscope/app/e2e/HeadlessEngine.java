package dev.socketscope.app.e2e;

import dev.socketscope.engine.cli.HeadlessMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code engine} in a process of its own with a control port, looked at from outside only. */
final class HeadlessEngine implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Program program;
    private final String listen;
    private final String control;
    private final String token;

    /** @param routes the value of {@code routes} in YAML */
    HeadlessEngine(String name, String routes) {
        Path folder = Places.emptyFolder(name);
        Path config = folder.resolve("engine.yaml");
        Path tokenFile = folder.resolve("token");
        try {
            Files.writeString(config, """
                    listen: 127.0.0.1:0
                    control: {listen: "127.0.0.1:0", tokenFile: %s}
                    routes:
                    %s""".formatted(tokenFile, routes));
            program = new Program(folder, name, List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    HeadlessMain.class.getName(), "engine", "--config", config.toString()));
            listen = address("listening on ");
            control = address("control on ");
            token = Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String beginning) {
        Pattern line = Pattern.compile(beginning + "http://(\\S+)");
        Matcher matcher = line.matcher(program.awaitOutput(line.pattern()).output());
        if (!matcher.find()) {
            throw new IllegalStateException(program.output());
        }
        return matcher.group(1);
    }

    /** {@code host:port} of the listener. */
    String listen() {
        return listen;
    }

    /** The answer to a call of the control API. */
    JsonNode get(String path) {
        return JSON.readTree(ask("/api/v1" + path));
    }

    /** The sum over all samples of the metric whose line begins so. */
    long metric(String beginning) {
        return ask("/metrics").lines()
                .filter(line -> line.startsWith(beginning))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String ask(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://" + control + path))
                    .header("Authorization", "Bearer " + token)
                    .build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the process has open that is a socket. */
    long sockets() {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(program.pid()), "fd"))) {
            return open.filter(HeadlessEngine::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // It has been closed since it was listed.
            return false;
        }
    }

    /** Everything it has printed, its log among it. */
    String output() {
        return program.output();
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
