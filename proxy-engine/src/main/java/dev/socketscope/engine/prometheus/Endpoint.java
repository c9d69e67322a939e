package dev.socketscope.engine.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A URL that answers with metrics. Any thread; keeps its connection between scrapes. */
public final class Endpoint implements MetricsSource, AutoCloseable {
    private static final int OK = 200;
    private static final int LONGEST = 32 << 20;
    private static final String ACCEPT = "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.9,*/*;q=0.1";

    private final URI uri;
    private final Duration patience;
    private final HttpRequest request;
    private final HttpClient http;

    /**
     * @param token for {@code Authorization: Bearer}; empty for none
     * @param patience how long an answer may take
     */
    public Endpoint(URI uri, String token, Duration patience) {
        this.uri = uri;
        this.patience = patience;
        HttpRequest.Builder building = HttpRequest.newBuilder(uri).timeout(patience).header("Accept", ACCEPT);
        if (!token.isEmpty()) {
            building.header("Authorization", "Bearer " + token);
        }
        this.request = building.build();
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(token.isEmpty() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .build();
    }

    public URI uri() {
        return uri;
    }

    @Override
    public MetricsText scrape() throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return text(answer, body);
            }
        } catch (HttpTimeoutException e) {
            throw new IOException("no answer within " + patience.toSeconds() + " s", e);
        } catch (ConnectException e) {
            throw new IOException("nobody answers at " + uri.getAuthority(), e);
        }
    }

    private MetricsText text(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("answered with status " + answer.statusCode() + ", expected 200");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("text/plain").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/plain") && !type.startsWith("application/openmetrics-text")) {
            throw new IOException("answered with " + type + ", expected text/plain or application/openmetrics-text");
        }
        byte[] bytes = whole(body);
        if (bytes.length > LONGEST) {
            throw new IOException("answered with more than 32 MiB");
        }
        return new MetricsText(new String(bytes, StandardCharsets.UTF_8), type.startsWith("application/"));
    }

    /** The client's own patience ends with the head of the answer. */
    private byte[] whole(InputStream body) throws IOException {
        CompletableFuture<InputStream> late = new CompletableFuture<InputStream>()
                .completeOnTimeout(body, patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> _ = late.thenAccept(Endpoint::end);
        try {
            return body.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new IOException(late.isDone() ? tooLate() : "the answer broke off before its end", e);
        } finally {
            late.cancel(false);
        }
    }

    private static void end(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tooLate() {
        return "no whole answer within " + patience.toSeconds() + " s";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
