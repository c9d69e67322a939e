package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** HAProxy with one thread a core, without a log, and with the hour that tunnels need. */
final class HaProxy extends Foreign {
    static final String PROGRAM = "haproxy";
    private static final String CONFIGURATION = """
            defaults
              mode http
              timeout connect 10s
              timeout client 1h
              timeout server 1h
              timeout tunnel 1h
            frontend clients
              bind 127.0.0.1:%1$d
              default_backend upstream
            backend upstream
              server echo 127.0.0.1:%2$d
            """;

    private HaProxy(InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super("HAProxy", address, command, log);
    }

    static HaProxy start(Path program, InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        InetSocketAddress address = freeAddress();
        Path configuration = write(folder.resolve("haproxy.cfg"), CONFIGURATION, address, upstream);
        return new HaProxy(address, List.of(program.toString(), "-db", "-f", configuration.toString()),
                folder.resolve("haproxy.log"));
    }
}
