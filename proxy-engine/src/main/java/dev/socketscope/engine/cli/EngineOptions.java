package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Transport;
import dev.socketscope.engine.config.Addresses;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ConfigFile;
import dev.socketscope.engine.config.ControlSettings;
import dev.socketscope.engine.config.Settings;
import dev.socketscope.engine.config.Upstreams;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of every command that starts an engine; a picocli mixin. A flag wins over the same key of the file. */
public final class EngineOptions {
    @Option(names = "--target", paramLabel = "URL", order = 1, description = "The dev server that everything is sent to, for example http://127.0.0.1:5173.")
    private @Nullable String target;

    @Option(names = "--listen", paramLabel = "ADDR:PORT", order = 2, description = "Where browsers connect, 127.0.0.1:9000 by default. Port 0 picks a free one;"
            + " without an address it is the loopback one.")
    private @Nullable String listen;

    @Option(names = "--config", paramLabel = "FILE", order = 3, description = "A YAML file with listen, control, capture, limits and routes.")
    private @Nullable Path config;

    @Option(names = "--debug", order = 4, description = "Prints upgrades, messages and closes to standard error, as WS_DEBUG=true does.")
    private boolean debug;

    @Option(names = "--record", paramLabel = "FILE", order = 5, description = "Writes everything that the engine sees to a new file, which"
            + " 'socketscope open FILE' and sqlite3 read.")
    private @Nullable Path record;

    @Option(names = "--record-secrets", order = 6, description = "With --record: tokens and cookies in addresses and headers stand in the file as they were sent, instead of masked.")
    private boolean recordSecrets;

    @Option(names = "--transport", paramLabel = "NAME", order = 7, completionCandidates = TransportNames.class, description = "What carries the bytes: ${COMPLETION-CANDIDATES}. auto takes io_uring from Linux 6.0 where"
            + " nothing forbids it, epoll on other Linuxes, and nio elsewhere.")
    private @Nullable String transport;

    /** Whether neither a target nor a file says where to send traffic. */
    public boolean nothingToReach() {
        return target == null && config == null;
    }

    /** Which of the flags that say how an engine is started was given, for example {@code --listen}; empty when none was. */
    public Optional<String> first() {
        return target != null ? Optional.of("--target")
                : listen != null ? Optional.of("--listen")
                        : config != null ? Optional.of("--config")
                                : record != null ? Optional.of("--record")
                                        : transport != null ? Optional.of("--transport") : Optional.empty();
    }

    /** From now on as if {@code --listen} had been given with this address. */
    public void listenOn(InetSocketAddress address) {
        listen = AddressText.of(address);
    }

    /** From now on as if {@code --config} had been given with this file. */
    public void readFrom(Path file) {
        config = file;
    }

    /** Whether {@code --debug} was given or the environment has {@code WS_DEBUG=true}. */
    public boolean debug() {
        return debug || "true".equals(System.getenv("WS_DEBUG"));
    }

    /**
     * What the file says, with the flags on top.
     *
     * @param control the file's section {@code control}; empty when there is no file
     */
    public record Chosen(EngineConfig engine, ControlSettings control) {}

    /**
     * Reads the file, once.
     *
     * @throws ConfigException with everything that is wrong with the file, or with what is wrong with the flags
     */
    public Chosen chosen() throws ConfigException {
        Settings settings = settings();
        return new Chosen((target == null ? settings : settings.allTo(upstream(target))).toConfig().over(transport()),
                settings.control());
    }

    /** The engine's part of {@link #chosen()}, for a demo that has brought its own upstream such as {@code http://127.0.0.1:40123}. */
    public EngineConfig toConfig(String upstream) throws ConfigException {
        return settings().allTo(upstream(upstream)).toConfig().over(transport());
    }

    /** Where everything is to be written to; empty when it is not. */
    public Optional<Path> record() {
        return Optional.ofNullable(record);
    }

    /** Whether a recording has the secrets of handshakes. */
    public boolean recordSecrets() {
        return recordSecrets;
    }

    /** Where the configuration came from; empty when all of it is flags. */
    public Optional<Path> file() {
        return Optional.ofNullable(config);
    }

    private Settings settings() throws ConfigException {
        Settings file = config == null ? Settings.NONE : ConfigFile.read(config);
        return listen == null ? file : file.listenOn(address(listen));
    }

    public static InetSocketAddress address(String text) throws ConfigException {
        return Addresses.parse(text)
                .orElseThrow(() -> ConfigException.of("--listen", text, Addresses.EXPECTED));
    }

    private Transport transport() throws ConfigException {
        String name = transport;
        if (name == null) {
            return Transport.AUTO;
        }
        return Transport.named(name)
                .orElseThrow(() -> ConfigException
                        .of("--transport", name, "one of " + String.join(", ", new TransportNames())));
    }

    private static String upstream(String text) throws ConfigException {
        return Upstreams.parse(text).orElseThrow(() -> ConfigException.of("--target", text, Upstreams.EXPECTED));
    }
}
