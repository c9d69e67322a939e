package dev.socketscope.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders, ports and installed programs. Tests run with the module's folder as the current one. */
final class Places {
    private static final Path NODE_SOURCES = Path.of("src/e2e/node").toAbsolutePath();
    private static final Path WORK = Path.of("target/e2e").toAbsolutePath();

    private Places() {}

    /** The dev servers, peers and the browser's driver. @throws IllegalStateException when {@code npm ci} has not run there */
    static Path node() {
        if (!Files.isDirectory(NODE_SOURCES.resolve("node_modules"))) {
            throw new IllegalStateException(
                    "run packaging/prepare-e2e first: " + NODE_SOURCES + " has no node_modules");
        }
        return NODE_SOURCES;
    }

    /** An empty folder under {@code target/e2e}. */
    static Path emptyFolder(String name) {
        Path folder = WORK.resolve(name);
        try {
            if (Files.exists(folder)) {
                delete(folder);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of one of the projects beside {@code node_modules}, which it shares. */
    static Path copyOfProject(String project, String name) throws IOException {
        Path from = node().resolve(project);
        Path to = emptyFolder(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createSymbolicLink(to.resolve("node_modules"), node().resolve("node_modules"));
        return to;
    }

    /** The first of these programs that is installed. @throws IllegalStateException when none is */
    static String program(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "run packaging/prepare-e2e first: no " + String.join(" or ", names)));
    }

    /** What an installed program prints to standard output. @throws AssertionError with all it prints when it fails */
    static String output(String program, String... arguments) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(Files.createDirectories(WORK), "output", ".txt");
        Path errors = Files.createTempFile(WORK, "errors", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(program.startsWith("/") ? program : program(program)));
            command.addAll(List.of(arguments));
            int code = new ProcessBuilder(command).redirectOutput(printed.toFile())
                    .redirectError(errors.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(printed);
            if (code != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + code + ":\n" + text
                        + Files.readString(errors));
            }
            return text;
        } finally {
            Files.delete(printed);
            Files.delete(errors);
        }
    }

    /** A port of the loopback address that nobody listened on a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
