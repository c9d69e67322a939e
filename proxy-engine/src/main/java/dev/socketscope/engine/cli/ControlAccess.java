package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.TokenFile;
import dev.socketscope.engine.remote.RemoteEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to an engine in another process; what goes wrong on it is told in one sentence. */
public final class ControlAccess {
    private static final Duration SCRAPE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI control;
    private final String token;

    private ControlAccess(URI control, String token) {
        this.control = control;
        this.token = token;
    }

    /**
     * @param url for example {@code http://127.0.0.1:9001}
     * @param tokenFile null for {@code SOCKETSCOPE_TOKEN}, or else the file in which engines of this user keep theirs
     * @throws ConfigException when URL or token cannot be used
     */
    public static ControlAccess of(String url, @Nullable Path tokenFile) throws ConfigException {
        return new ControlAccess(uri(url), token(tokenFile));
    }

    /**
     * @param url as for {@link #of}
     * @param token as it is sent
     * @throws ConfigException when the URL cannot be used
     */
    public static ControlAccess withToken(String url, String token) throws ConfigException {
        return new ControlAccess(uri(url), token);
    }

    /**
     * Links to the engine.
     *
     * @throws ConfigException when nobody answers there, or not as an engine does
     */
    public RemoteEngine connect() throws ConfigException, InterruptedException {
        try {
            return RemoteEngine.connect(control, token);
        } catch (IOException e) {
            throw new ConfigException("cannot attach to " + control + ": " + e.getMessage());
        }
    }

    /** Makes the engine's metrics in Prometheus' text format; empty text when it cannot be asked. Any thread. */
    public Supplier<String> metrics() {
        HttpRequest request = HttpRequest.newBuilder(control.resolve("/metrics"))
                .header("Authorization", "Bearer " + token)
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

    private static URI uri(String url) throws ConfigException {
        return HttpUrl.parse(url, Set.of("http"), url.startsWith("https:")
                ? "http://: a control port speaks no TLS; ssh -L 9001:127.0.0.1:9001 HOST brings that of another machine here"
                : "a control port such as http://127.0.0.1:9001");
    }

    /**
     * @param file null for {@code SOCKETSCOPE_TOKEN}, or else the file in which engines of this user keep theirs
     * @throws ConfigException when it cannot be read, or holds none
     */
    static String token(@Nullable Path file) throws ConfigException {
        String given = System.getenv(ControlPort.TOKEN_VARIABLE);
        if (file == null && given != null) {
            return given;
        }
        Path from = file == null ? ControlPort.usualFile() : file;
        try {
            ControlToken token = TokenFile.read(from);
            return token.secret();
        } catch (NoSuchFileException _) {
            throw new ConfigException("--token-file: " + from + " cannot be used: there is no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("--token-file: " + from + " cannot be used: " + e.getMessage());
        }
    }
}
