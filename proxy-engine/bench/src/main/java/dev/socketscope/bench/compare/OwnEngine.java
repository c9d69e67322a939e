package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** This project's engine as users start it: default settings, every frame captured. */
final class OwnEngine implements Candidate {
    /** What {@code ./socketscope} tells the JVM; everything else is its default. */
    static final List<String> JVM_FLAGS = List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders");
    private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");
    private final ChildProcess process;
    private final InetSocketAddress address;

    OwnEngine(InetSocketAddress upstream, Path folder) throws IOException, InterruptedException {
        List<String> arguments = List.of("engine", "--listen", "127.0.0.1:0", "--control", "off", "--target",
                "http://127.0.0.1:" + upstream.getPort());
        process = new ChildProcess(ChildProcess.java(JVM_FLAGS, "dev.socketscope.bench.BenchRelay", arguments),
                folder.resolve("engine.log"));
        URI listening = URI.create(process.awaitLine(READY));
        address = new InetSocketAddress(listening.getHost(), listening.getPort());
    }

    @Override
    public String name() {
        return "Socketscope, full capture";
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
    public boolean compilesWhileItRuns() {
        return true;
    }

    @Override
    public void close() {
        process.close();
    }
}
