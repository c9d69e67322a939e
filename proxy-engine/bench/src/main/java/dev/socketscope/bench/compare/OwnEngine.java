package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This project's engine in a JVM of its own. */
final class OwnEngine extends Spawned {
    /** What {@code ./socketscope} tells the JVM; everything else is its default. */
    static final List<String> JVM_FLAGS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages", "-XX:G1HeapRegionSize=2m", "-XX:InitiatingHeapOccupancyPercent=80",
            "-XX:MaxTenuringThreshold=1", "-XX:TrimNativeHeapInterval=60000");
    private static final List<String> NO_CONTROL = List.of("--control", "off");
    private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");
    private static final Pattern CONTROL = Pattern.compile("control on (http://\\S+)");

    private OwnEngine(EngineVariant variant, InetSocketAddress upstream, Path folder, List<String> control)
            throws IOException, InterruptedException {
        String file = variant.name().replaceAll("\\W+", "-");
        Path configuration = folder.resolve(file + ".yaml");
        Files.writeString(configuration, variant.configuration().formatted(upstream.getPort()));
        List<String> engine = List.of("engine", "--listen", "127.0.0.1:0", "--config", configuration.toString());
        List<String> arguments = join(engine, variant.options(), control);
        ChildProcess process = new ChildProcess(
                ChildProcess.java(JVM_FLAGS, "dev.socketscope.bench.BenchRelay", arguments),
                folder.resolve(file + ".log"));
        URI listening = URI.create(process.awaitLine(READY));
        super(variant.name(), process, new InetSocketAddress(listening.getHost(), listening.getPort()));
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** One without a control port. */
    static OwnEngine of(EngineVariant variant, InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        return new OwnEngine(variant, upstream, folder, NO_CONTROL);
    }

    /** One with a control port, whose token is in {@code tokenFile}. */
    static OwnEngine controlled(EngineVariant variant, InetSocketAddress upstream, Path folder, Path tokenFile)
            throws IOException, InterruptedException {
        return new OwnEngine(variant, upstream, folder,
                List.of("--control", "127.0.0.1:0", "--token-file", tokenFile.toString()));
    }

    /** One with a latency armed on a path that the load does not use. */
    static OwnEngine withFaultElsewhere(InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        Path tokenFile = folder.resolve("token");
        OwnEngine engine = controlled(EngineVariant.FAULT_ELSEWHERE, upstream, folder, tokenFile);
        new Control(engine.control(), tokenFile).arm(IdleFault.ELSEWHERE.json());
        return engine;
    }

    /** Where it is commanded. @throws IOException when it has no control port */
    URI control() throws IOException, InterruptedException {
        return URI.create(process().awaitLine(CONTROL));
    }

    @Override
    public boolean compilesWhileItRuns() {
        return true;
    }
}
