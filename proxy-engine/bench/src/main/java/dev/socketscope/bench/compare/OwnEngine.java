package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This project's engine as users start it: default settings, every frame captured. */
final class OwnEngine implements Candidate {
    /** What {@code ./socketscope} tells the JVM; everything else is its default. */
    static final List<String> JVM_FLAGS = List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders");
    private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");
    private static final Pattern CONTROL = Pattern.compile("control on (http://\\S+)");
    private final ChildProcess process;
    private final InetSocketAddress address;

    OwnEngine(InetSocketAddress upstream, Path folder) throws IOException, InterruptedException {
        this(upstream, folder, List.of("--control", "off"));
    }

    private OwnEngine(InetSocketAddress upstream, Path folder, List<String> control)
            throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(
                Stream.of("engine", "--listen", "127.0.0.1:0", "--target", "http://127.0.0.1:" + upstream.getPort()),
                control.stream()).toList();
        process = new ChildProcess(ChildProcess.java(JVM_FLAGS, "dev.socketscope.bench.BenchRelay", arguments),
                folder.resolve("engine.log"));
        URI listening = URI.create(process.awaitLine(READY));
        address = new InetSocketAddress(listening.getHost(), listening.getPort());
    }

    /** One with a control port, whose token is in {@code tokenFile}. */
    static OwnEngine controlled(InetSocketAddress upstream, Path folder, Path tokenFile)
            throws IOException, InterruptedException {
        return new OwnEngine(upstream, folder,
                List.of("--control", "127.0.0.1:0", "--token-file", tokenFile.toString()));
    }

    /** Where it is commanded. @throws IOException when it has no control port */
    URI control() throws IOException, InterruptedException {
        return URI.create(process.awaitLine(CONTROL));
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
