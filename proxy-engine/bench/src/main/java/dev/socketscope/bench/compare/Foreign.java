package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A relay that is somebody else's program. */
class Foreign extends Spawned {

    /** Starts the program and waits until it accepts connections. */
    Foreign(String name, InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super(name, started(command, log, address), address);
    }

    private static ChildProcess started(List<String> command, Path log, InetSocketAddress address)
            throws IOException, InterruptedException {
        ChildProcess process = new ChildProcess(command, log);
        try {
            process.await(ignored -> accepts(address));
            return process;
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    /** Where a program is installed, if it is. */
    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param template of a file, with {@code %1$d} for the relay's port and {@code %2$d} for the upstream's. @return the file */
    static Path write(Path file, String template, InetSocketAddress own, InetSocketAddress upstream)
            throws IOException {
        return Files.writeString(file, template.formatted(own.getPort(), upstream.getPort()));
    }

    /** A port of this machine that nobody listens on. */
    static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
