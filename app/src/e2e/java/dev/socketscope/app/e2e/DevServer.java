package dev.socketscope.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        return start("vite-app", name, "ready in", port -> List.of("node_modules/vite/bin/vite.js", "--host",
                "127.0.0.1", "--port", port, "--strictPort"));
    }

    static DevServer webpack(String name) throws IOException {
        return start("webpack-app", name, "ready on", port -> List.of("server.mjs", port));
    }

    /** @param bundler {@code --turbopack} or {@code --webpack} */
    static DevServer next(String name, String bundler) throws IOException {
        DevServer next = start("next-app", name, "Ready in", port -> List.of("node_modules/next/dist/bin/next", "dev",
                bundler, "--hostname", "127.0.0.1", "--port", port));
        // It builds when it is first asked, and a browser has less patience.
        try (InputStream page = URI.create(next.url).toURL().openStream()) {
            page.readAllBytes();
        }
        return next;
    }

    static DevServer parcel(String name) throws IOException {
        return start("parcel-app", name, "Built in", port -> List.of("node_modules/parcel/lib/bin.js", "serve",
                "index.html", "--host", "127.0.0.1", "--port", port, "--no-autoinstall", "--cache-dir", ".parcel-cache",
                "--watch-dir", "."));
    }

    /** @param command program and arguments for Node, given the port to listen on */
    private static DevServer start(String app, String name, String ready, Function<String, List<String>> command)
            throws IOException {
        Path project = Places.copyOfProject(app, name);
        int port = Places.freePort();
        List<String> arguments = new ArrayList<>(List.of(Places.program("node")));
        arguments.addAll(command.apply(Integer.toString(port)));
        return new DevServer(Places.node().resolve(app), project, "http://127.0.0.1:" + port,
                () -> new Program(project, name + "-" + app, arguments).awaitOutput(ready));
    }

    /** Ends the server and starts it again on its port. @param meanwhile runs while it is away */
    void restart(Runnable meanwhile) {
        server.close();
        meanwhile.run();
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
