package dev.socketscope.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A dev server that works on its own copy of a project, whose files a test edits. */
final class DevServer implements AutoCloseable {
    private final Path project;
    private final Path original;
    private final Supplier<Program> start;
    private Program server;
    private final String url;

    private DevServer(Path original, Path project, String url, Supplier<Program> start) {
        this.original = original;
        this.project = project;
        this.url = url;
        this.start = start;
        this.server = start.get();
    }

    static DevServer vite(String name) throws IOException {
        Path project = Places.copyOfProject("vite-app", name);
        int port = Places.freePort();
        return new DevServer(Places.node().resolve("vite-app"), project, "http://127.0.0.1:" + port,
                () -> new Program(project, name + "-vite", List.of(Places.program("node"),
                        "node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", Integer.toString(port),
                        "--strictPort")).awaitOutput("ready in"));
    }

    static DevServer webpack(String name) throws IOException {
        Path project = Places.copyOfProject("webpack-app", name);
        int port = Places.freePort();
        return new DevServer(Places.node().resolve("webpack-app"), project, "http://127.0.0.1:" + port,
                () -> new Program(project, name + "-webpack",
                        List.of(Places.program("node"), "server.mjs", Integer.toString(port))).awaitOutput("ready on"));
    }

    /** Ends the server and starts it again on its port. */
    void restart() {
        server.close();
        server = start.get();
    }

    /** Where it listens itself, for example {@code http://127.0.0.1:5173}. */
    String url() {
        return url;
    }

    /** Replaces a piece of a file. @throws IllegalArgumentException when the file does not hold it */
    void edit(String file, String from, String to) throws IOException {
        Path path = project.resolve(file);
        String content = Files.readString(path);
        if (!content.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(path, content.replace(from, to));
    }

    /** Gives a file its first content again, if that has changed. */
    void restore(String file) throws IOException {
        String content = Files.readString(original.resolve(file));
        if (!content.equals(Files.readString(project.resolve(file)))) {
            Files.writeString(project.resolve(file), content);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
