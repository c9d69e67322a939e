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
class Foreign implements Candidate {
    private final String name;
    private final InetSocketAddress address;
    private final ChildProcess process;

    /** Starts the program and waits until it accepts connections. */
    Foreign(String name, InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        this.name = name;
        this.address = address;
        this.process = new ChildProcess(command, log);
        try {
            process.await(ignored -> accepts(address));
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

    /** A port of this machine that nobody listens on. */
    static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public List<Long> pids() {
        return process.pids();
    }

    @Override
    public void close() {
        process.close();
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
