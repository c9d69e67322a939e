package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** Caddy as its users write it: {@code reverse_proxy}, all else default, without its admin port. */
final class Caddy extends Foreign {
    static final String PROGRAM = "caddy";
    private static final String CONFIGURATION = """
            {
              admin off
              auto_https off
            }
            http://127.0.0.1:%1$d {
              bind 127.0.0.1
              reverse_proxy 127.0.0.1:%2$d
            }
            """;

    private Caddy(InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super("Caddy", address, command, log);
    }

    static Caddy start(Path program, InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        InetSocketAddress address = freeAddress();
        Path configuration = write(folder.resolve("Caddyfile"), CONFIGURATION, address, upstream);
        // Caddy writes its configuration to its user's folders, which are not the benchmark's to change.
        return new Caddy(address, List.of("env", "XDG_CONFIG_HOME=" + folder.resolve("caddy"),
                "XDG_DATA_HOME=" + folder.resolve("caddy"), program.toString(), "run", "--adapter", "caddyfile",
                "--config",
                configuration.toString()), folder.resolve("caddy.log"));
    }
}
