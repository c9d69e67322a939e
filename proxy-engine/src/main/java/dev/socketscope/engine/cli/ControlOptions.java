package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.Addresses;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ControlSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of the control port; a picocli mixin. A flag wins over the same key of the file. */
final class ControlOptions {
    private static final int DEFAULT_PORT = 9001;
    private static final String OFF = "off";

    @Option(names = "--control", paramLabel = "ADDR:PORT", order = 5, description = "Where scripts and other windows command the engine, 127.0.0.1:9001 by default;"
            + " off for nowhere.")
    private @Nullable String control;

    @Option(names = "--token-file", paramLabel = "FILE", order = 6, description = "Keeps the token that they have to send; made when it is missing. The environment's"
            + " SOCKETSCOPE_TOKEN takes its place.")
    private @Nullable Path tokenFile;

    /** @throws ConfigException when the flag's value is no address */
    ControlPort.Choice choose(ControlSettings file) throws ConfigException {
        if (OFF.equals(control)) {
            return ControlPort.Choice.NOTHING;
        }
        InetSocketAddress listen = control == null
                ? file.listen().orElseGet(() -> new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), DEFAULT_PORT))
                : address(control);
        return new ControlPort.Choice(Optional.of(listen),
                tokenFile == null ? file.tokenFile() : Optional.of(tokenFile));
    }

    private static InetSocketAddress address(String text) throws ConfigException {
        return Addresses.parse(text)
                .orElseThrow(() -> ConfigException.of("--control", text, OFF + ", or " + Addresses.EXPECTED));
    }
}
