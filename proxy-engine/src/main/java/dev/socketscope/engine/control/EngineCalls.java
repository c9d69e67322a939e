package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import dev.socketscope.engine.wire.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What concerns the engine as a whole, and the description of the API itself. */
final class EngineCalls {
    static final String DOCUMENT = "openapi.yaml";

    private final Engine engine;
    private final Function<Format, String> metrics;
    private final Supplier<Optional<String>> authority;

    EngineCalls(Engine engine, Function<Format, String> metrics, Supplier<Optional<String>> authority) {
        this.engine = engine;
        this.metrics = metrics;
        this.authority = authority;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", "/healthz", call -> {
            call.noBody();
            return Answer.json(Map.of("status", "ok"));
        }), new Operation("GET", "/metrics", call -> {
            call.noBody();
            Format format = Format.accepted(call.accept());
            return Answer.text(format.contentType(), metrics.apply(format));
        }), new Operation("GET", ApiOperations.BASE + "/engine", call -> {
            call.noBody();
            return Answer.json(EngineJson.of(engine));
        }), new Operation("GET", ApiOperations.BASE + "/certificate", call -> {
            call.noBody();
            return authority.get()
                    .map(pem -> Answer.text(Answer.PEM, pem))
                    .orElseGet(() -> Answer.problem(404, "The listener has no tls: self-signed."));
        }), new Operation("GET", ApiOperations.BASE + "/" + DOCUMENT, call -> {
            call.noBody();
            return Answer.text(Answer.YAML, document());
        }));
    }

    private static String document() {
        try (InputStream in = EngineCalls.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException(DOCUMENT + " is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
