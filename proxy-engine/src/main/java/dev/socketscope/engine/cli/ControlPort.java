package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ControlSettings;
import dev.socketscope.engine.config.UserFolder;
import dev.socketscope.engine.control.ControlConfig;
import dev.socketscope.engine.control.ControlServer;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.control.TokenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command's control API: finds its token, starts it and says where both are. */
public final class ControlPort implements AutoCloseable {
    static final String TOKEN_VARIABLE = "SOCKETSCOPE_TOKEN";
    private static final String ADVICE = "give another address with --control, :0 for a free port, or off";

    private final List<String> lines = new ArrayList<>();
    private @Nullable ControlServer server;

    /**
     * What a user has chosen.
     *
     * @param listen empty for no control API
     * @param tokenFile empty for the usual one
     */
    public record Choice(Optional<InetSocketAddress> listen, Optional<Path> tokenFile) {
        static final Choice NOTHING = new Choice(Optional.empty(), Optional.empty());

        /** What the file says, and nothing where it says nothing. */
        public static Choice of(ControlSettings file) {
            return new Choice(file.listen(), file.tokenFile());
        }
    }

    /**
     * Starts it, if that was chosen. Ends the command with 3 when the address cannot be listened on.
     *
     * @param reload answers {@code POST /api/v1/reload}; empty when there is no file to read
     * @throws ConfigException when there is no token that may be used
     */
    public void open(Choice choice, EngineStart.Started engine, Optional<Reloader> reload) throws ConfigException {
        if (choice.listen.isEmpty()) {
            return;
        }
        InetSocketAddress address = choice.listen.get();
        String given = System.getenv(TOKEN_VARIABLE);
        refuseStrangers(address, choice, given);
        ControlToken token = given == null ? fromFile(choice) : fromEnvironment(given);
        try {
            ControlServer started = ControlServer.start(new ControlConfig(address, token, engine.authority()),
                    engine.engine(), engine.metrics(), reload.<Reload>map(reloader -> reloader).orElse(Reload.NO_FILE));
            server = started;
            lines.addFirst("control on http://" + AddressText.of(started.address()));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof BindException bind
                    ? new CannotListenException(address, bind, ADVICE)
                    : e;
        }
    }

    /** Others may call only with a token that somebody has chosen for them. */
    private static void refuseStrangers(InetSocketAddress address, Choice choice, @Nullable String given)
            throws ConfigException {
        if (!address.getAddress().isLoopbackAddress() && given == null && choice.tokenFile.isEmpty()) {
            throw new ConfigException("--control: got " + AddressText.of(address)
                    + ", expected a loopback address, or --token-file or " + TOKEN_VARIABLE + " beside it");
        }
    }

    private static ControlToken fromEnvironment(String given) throws ConfigException {
        try {
            return ControlToken.of(given);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(TOKEN_VARIABLE + ": " + e.getMessage());
        }
    }

    private ControlToken fromFile(Choice choice) throws ConfigException {
        Path file = choice.tokenFile.orElseGet(ControlPort::usualFile);
        try {
            ControlToken token = TokenFile.readOrMake(file);
            lines.add("token in " + file.toAbsolutePath());
            return token;
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--token-file: " + e.getMessage());
        } catch (IOException e) {
            throw new ConfigException("--token-file: " + file + " cannot be used: " + e);
        }
    }

    static Path usualFile() {
        return UserFolder.path().resolve("control-token");
    }

    /** What is told when everything is ready. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
