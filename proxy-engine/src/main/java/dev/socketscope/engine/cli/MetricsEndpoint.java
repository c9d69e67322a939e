package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.prometheus.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the URL of a Prometheus endpoint from a control port's. */
public final class MetricsEndpoint {
    private static final Duration SCRAPE = Duration.ofSeconds(10);
    private static final String EITHER = "a control port such as http://127.0.0.1:9001 or a Prometheus endpoint such as"
            + " http://127.0.0.1:9901/stats/prometheus";

    private MetricsEndpoint() {}

    /**
     * The Prometheus endpoint that a URL names; empty when it is a control port's. A control port's URL has no path.
     *
     * @param surely whether it is an endpoint in any case; without a path it is {@code /metrics} then
     * @param tokenFile sent to the endpoint when it is given
     * @throws ConfigException when URL or token cannot be used
     */
    public static Optional<Endpoint> of(String url, boolean surely, @Nullable Path tokenFile) throws ConfigException {
        URI uri = HttpUrl.parse(url, Set.of("http", "https"), EITHER);
        boolean path = uri.getPath().length() > 1;
        if (!surely && !path) {
            return Optional.empty();
        }
        String token = tokenFile == null ? "" : ControlAccess.token(tokenFile);
        return Optional.of(new Endpoint(path ? uri : uri.resolve("/metrics"), token, SCRAPE));
    }
}
