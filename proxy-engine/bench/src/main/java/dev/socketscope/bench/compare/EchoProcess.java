package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The echo server in a JVM of its own. */
final class EchoProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("listening on ws://127\\.0\\.0\\.1:(\\d+)");
    private final ChildProcess process;
    private final InetSocketAddress address;

    EchoProcess(Path folder) throws IOException, InterruptedException {
        process = new ChildProcess(ChildProcess.java(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"),
                "dev.socketscope.bench.BenchRelay", List.of("echo", "--listen", "127.0.0.1:0")),
                folder.resolve("echo.log"));
        address = new InetSocketAddress("127.0.0.1", Integer.parseInt(process.awaitLine(READY)));
    }

    InetSocketAddress address() {
        return address;
    }

    List<Long> pids() {
        return process.pids();
    }

    @Override
    public void close() {
        process.close();
    }
}
