package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.TokenFile;
import dev.socketscope.engine.prometheus.Endpoint;
import dev.socketscope.engine.remote.RemoteEngine;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Links to an engine in another process, for the commands; what goes wrong is told in one sentence. */
public final class RemoteStart {
    private static final Duration SCRAPE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final String EITHER = "a control port such as http://127.0.0.1:9001 or a Prometheus endpoint such as"
            + " http://127.0.0.1:9901/stats/prometheus";

    private RemoteStart() {}

    /**
     * The engine behind a control port.
     *
     * @param url for example {@code http://127.0.0.1:9001}
     * @param tokenFile null for {@code SOCKETSCOPE_TOKEN}, or else the file in which engines of this user keep theirs
     * @throws ConfigException when URL or token cannot be used, or nobody answers there
     */
    public static Engine connect(String url, @Nullable Path tokenFile) throws ConfigException, InterruptedException {
        URI control = uri(url);
        String token = token(tokenFile);
        try {
            return RemoteEngine.connect(control, token);
        } catch (IOException e) {
            throw new ConfigException("cannot attach to " + url + ": " + e.getMessage());
        }
    }

    /**
     * What makes the metrics of the engine behind a control port; empty text when it cannot be asked.
     *
     * @param url as for {@link #connect}, which has been successful
     * @param tokenFile likewise
     * @throws ConfigException when URL or token cannot be used
     */
    public static Supplier<String> metrics(String url, @Nullable Path tokenFile) throws ConfigException {
        HttpRequest request = HttpRequest.newBuilder(uri(url).resolve("/metrics"))
                .header("Authorization", "Bearer " + token(tokenFile))
                .timeout(SCRAPE)
                .build();
        return () -> {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = http.sendAsync(request, BodyHandlers.ofString()).join();
                return answer.statusCode() == OK ? answer.body() : "";
            } catch (CompletionException _) {
                return "";
            }
        };
    }

    /**
     * The Prometheus endpoint that a URL names; empty when it is a control port's. A control port's URL has no path.
     *
     * @param surely whether it is an endpoint in any case; without a path it is {@code /metrics} then
     * @param tokenFile sent to the endpoint when it is given
     * @throws ConfigException when URL or token cannot be used
     */
    public static Optional<Endpoint> endpoint(String url, boolean surely, @Nullable Path tokenFile)
            throws ConfigException {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException _) {
            throw ConfigException.of("URL", url, EITHER);
        }
        boolean path = uri.getPath() != null && uri.getPath().length() > 1;
        if (!surely && !path) {
            return Optional.empty();
        }
        if (uri.getHost() == null || !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw ConfigException.of("URL", url, EITHER);
        }
        String token = tokenFile == null ? "" : token(tokenFile);
        return Optional.of(new Endpoint(path ? uri : uri.resolve("/metrics"), token, SCRAPE));
    }

    private static URI uri(String url) throws ConfigException {
        try {
            URI uri = new URI(url);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException(
                    "URL: got \"" + url + "\", expected a control port such as http://127.0.0.1:9001");
        }
        throw new ConfigException("URL: got \"" + url + "\", expected a control port such as http://127.0.0.1:9001");
    }

    private static String token(@Nullable Path file) throws ConfigException {
        String given = System.getenv(ControlPort.TOKEN_VARIABLE);
        if (file == null && given != null) {
            return given;
        }
        Path from = file == null ? ControlPort.usualFile() : file;
        try {
            ControlToken token = TokenFile.read(from);
            return token.secret();
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("--token-file: " + from + " cannot be used: " + e.getMessage());
        }
    }
}
