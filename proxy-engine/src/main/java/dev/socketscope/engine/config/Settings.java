package dev.socketscope.engine.config;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration file says, before flags are added to it.
 *
 * @param listen empty when the file leaves it open
 * @param tls whether and how browsers connect by TLS
 * @param routes empty when the file leaves them open
 * @param control who may command the engine from outside, and where
 */
public record Settings(Optional<InetSocketAddress> listen, ListenerTls tls, Capture capture, Limits limits,
        List<Route> routes, ControlSettings control) {
    /** What an empty file says. */
    public static final Settings NONE = new Settings(Optional.empty(), ListenerTls.OFF, Capture.DEFAULT, Limits.DEFAULT,
            List.of(), ControlSettings.NONE);
    private static final int DEFAULT_PORT = 9000;

    public Settings {
        routes = List.copyOf(routes);
    }

    /** With another listen address, as a flag gives it. */
    public Settings listenOn(InetSocketAddress address) {
        return new Settings(Optional.of(address), tls, capture, limits, routes, control);
    }

    /**
     * With everything going to one upstream, as a flag gives it.
     *
     * @param upstream as {@link Upstreams#parse} returns it
     * @throws ConfigException when there are routes already: it would not be clear which of the two is meant
     */
    public Settings allTo(String upstream) throws ConfigException {
        if (!routes.isEmpty()) {
            throw new ConfigException(
                    "--target: got " + upstream + ", expected none: the configuration file has routes");
        }
        return new Settings(listen, tls, capture, limits, List.of(Route.toEverything(upstream)), control);
    }

    /**
     * Complete, with 127.0.0.1:9000 when nothing says where to listen.
     *
     * @throws ConfigException when there is no route
     */
    public EngineConfig toConfig() throws ConfigException {
        if (routes.isEmpty()) {
            throw new ConfigException("nothing says where to send traffic: give --target URL,"
                    + " or --config FILE with routes");
        }
        InetSocketAddress address = listen
                .orElseGet(() -> new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), DEFAULT_PORT));
        return new EngineConfig(address, tls, capture, limits, routes);
    }
}
