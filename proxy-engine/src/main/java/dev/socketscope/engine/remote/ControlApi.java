package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.wire.HeldJson;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.PayloadJson;
import dev.socketscope.engine.wire.ProblemJson;
import dev.socketscope.engine.wire.RoutesJson;
import dev.socketscope.engine.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of a control port. Any thread. */
final class ControlApi implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(45);

    private final URI base;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    ControlApi(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** A body with status 200; others become an {@link IOException} that says what the engine said. */
    ObjectNode get(String path) throws IOException, InterruptedException {
        return body(send(request("GET", path, null)));
    }

    ObjectNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        return body(send(request("POST", path, body)));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(LinkTrouble.text(base, e), e);
        }
    }

    private static ObjectNode body(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode() + advice(answer));
        }
        try {
            return Json.parse(answer.body());
        } catch (WireException e) {
            throw new IOException("does not speak the control API: " + e.getMessage(), e);
        }
    }

    /** What was said, and where to look for what was meant. */
    private static String advice(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean problem = answer.headers().firstValue("Content-Type").orElse("").startsWith(ProblemJson.CONTENT_TYPE);
        if (problem) {
            return ": " + detail(answer)
                    + (status == 401 ? " An engine prints at its start which file holds its token." : "");
        }
        return status >= 500 ? " in the engine's place"
                : ", as no control port does; an engine prints at its start where its own is";
    }

    /** A command. Never fails: what goes wrong on the way is a refusal too. */
    CompletionStage<Reply> command(String method, String path, @Nullable JsonNode body) {
        return http.sendAsync(request(method, path, body), BodyHandlers.ofString())
                .thenApply(ControlApi::reply)
                .exceptionally(
                        e -> new Reply.Refused("The engine cannot be reached: " + LinkTrouble.text(base, e) + "."));
    }

    private static Reply reply(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> new Reply.Done(text(answer, "message"));
            case 201 -> armed(Json.parse(answer.body()));
            default -> new Reply.Refused(detail(answer));
        };
    }

    private static Reply armed(ObjectNode body) {
        List<String> warnings = body.path("warnings").valueStream().map(JsonNode::asString).toList();
        return new Reply.Armed(body.path("id").asString(), warnings);
    }

    /** Empty when the engine does not have it any more. */
    CompletionStage<Optional<Payload>> payload(String path) {
        return optional(path, body -> Json.read(body, PayloadJson.class).toApi());
    }

    /** Empty when it is held no more. */
    CompletionStage<Optional<byte[]>> heldContent(String id) {
        return optional("/held/" + encoded(id), body -> Json.read(body, HeldJson.Whole.class).bytes());
    }

    /** As part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    CompletionStage<List<Route>> routes() {
        return http.sendAsync(request("GET", "/routes", null), BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(detail(answer));
            }
            return RoutesJson.read(answer.body());
        });
    }

    private <T> CompletionStage<Optional<T>> optional(String path, Function<ObjectNode, T> read) {
        return http.sendAsync(request("GET", path, null), BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(detail(answer));
            }
            return Optional.of(read.apply(Json.parse(answer.body())));
        });
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    private static String detail(HttpResponse<String> answer) {
        return text(answer, "detail");
    }

    private static String text(HttpResponse<String> answer, String key) {
        try {
            return Json.parse(answer.body()).path(key).asString("");
        } catch (WireException _) {
            return "status " + answer.statusCode();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
