package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Commands an engine through its control port. */
final class Control {
    private static final int FIRST_ERROR = 300;
    private final URI engine;
    private final String token;

    Control(URI engine, Path tokenFile) throws IOException {
        this.engine = engine;
        this.token = Files.readString(tokenFile).strip();
    }

    void arm(String fault) throws IOException, InterruptedException {
        send(faults().POST(BodyPublishers.ofString(fault)));
    }

    void disarmAll() throws IOException, InterruptedException {
        send(faults().DELETE());
    }

    private HttpRequest.Builder faults() {
        return HttpRequest.newBuilder(engine.resolve("/api/v1/faults")).header("Authorization", "Bearer " + token);
    }

    private static void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new IOException("the engine refused: " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
