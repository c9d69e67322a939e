package dev.socketscope.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that can be compared. */
public enum Kind {
    /** No relay. */
    DIRECT("direct", ""),
    /** nginx as it comes. */
    NGINX("nginx", Nginx.PROGRAM),
    /** nginx with larger buffers. */
    NGINX_64K("nginx-64k", Nginx.PROGRAM),
    /** HAProxy. */
    HAPROXY("haproxy", HaProxy.PROGRAM),
    /** Caddy. */
    CADDY("caddy", Caddy.PROGRAM),
    /** The package http-proxy of Node. */
    NODE("node", NodeHttpProxy.PROGRAM),
    /** mitmproxy. */
    MITMPROXY("mitmproxy", Mitmproxy.PROGRAM),
    /** This engine as it comes. */
    ENGINE("engine", ""),
    /** This engine over epoll. */
    ENGINE_EPOLL("engine-epoll", ""),
    /** It keeps headers only. */
    ENGINE_HEADERS("engine-headers", ""),
    /** A fault is armed where the load is not. */
    ENGINE_FAULT("engine-fault", ""),
    /** It pings each second. */
    ENGINE_KEEP_ALIVE("engine-keep-alive", "");

    /** What a comparison without {@code --candidates} takes: one of each kind. */
    public static final List<Kind> USUAL = List.of(DIRECT, NGINX, HAPROXY, CADDY, NODE, MITMPROXY, ENGINE);
    private final String option;
    private final String program;

    Kind(String option, String program) {
        this.option = option;
        this.program = program;
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static Kind named(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option.equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no candidate " + option + "; there are " + String.join(", ", options())));
    }

    /** The names of all. */
    public static List<String> options() {
        return Arrays.stream(values()).map(kind -> kind.option).toList();
    }

    /** Whether it is a relay: all but {@link #DIRECT}. */
    boolean isRelay() {
        return this != DIRECT;
    }

    /** Why it cannot be started here; empty when it can. */
    private Optional<String> missing(Path folder) {
        if (!program.isEmpty() && Foreign.find(program).isEmpty()) {
            return Optional.of(program + " is not installed, so " + option + " is left out.");
        }
        return this == NODE && !NodeHttpProxy.isInstalled(folder)
                ? Optional.of("The npm package http-proxy is not installed, so " + option + " is left out.")
                : Optional.empty();
    }

    /** Those that can be started here; tells of each other one why it cannot. */
    static List<Kind> available(List<Kind> wanted, Path folder, PrintStream out) {
        return wanted.stream().filter(kind -> {
            Optional<String> missing = kind.missing(folder);
            missing.ifPresent(out::println);
            return missing.isEmpty();
        }).toList();
    }

    /** Starts it; it must be {@link #available}. */
    Candidate start(InetSocketAddress upstream, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path path = Foreign.find(program).orElse(Path.of(program));
        return switch (this) {
            case DIRECT -> new Direct(upstream);
            case NGINX -> Nginx.start(path, "nginx", upstream, folder, Nginx.DEFAULT_BUFFERS);
            case NGINX_64K -> Nginx.start(path, "nginx, 64k buffers", upstream, folder, Nginx.LARGE_BUFFERS);
            case HAPROXY -> HaProxy.start(path, upstream, folder);
            case CADDY -> Caddy.start(path, upstream, folder);
            case NODE -> NodeHttpProxy.start(path, upstream, folder);
            case MITMPROXY -> Mitmproxy.start(path, upstream, folder);
            case ENGINE -> OwnEngine.of(EngineVariant.FULL_CAPTURE, upstream, folder);
            case ENGINE_EPOLL -> OwnEngine.of(EngineVariant.EPOLL, upstream, folder);
            case ENGINE_HEADERS -> OwnEngine.of(EngineVariant.OBSERVING, upstream, folder);
            case ENGINE_FAULT -> OwnEngine.withFaultElsewhere(upstream, folder);
            case ENGINE_KEEP_ALIVE -> OwnEngine.of(EngineVariant.BUSY_KEEP_ALIVE, upstream, folder);
        };
    }
}
