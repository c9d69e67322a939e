package dev.socketscope.engine.control;

import dev.socketscope.engine.wire.ConfigProblemJson;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.ProblemJson;
import dev.socketscope.engine.wire.WireException;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What goes back to a caller.
 *
 * @param headers beside those that every answer has
 */
record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    static final String PEM = "application/x-pem-file";
    static final String YAML = "application/yaml; charset=utf-8";

    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", Map.of(), Json.bytes(value));
    }

    static Answer text(String contentType, String text) {
        return new Answer(200, contentType, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer problem(int status, String detail) {
        return of(ProblemJson.of(status, title(status), detail));
    }

    /** A request whose parameter or body does not fit. */
    static Answer problem(WireException e) {
        return of(ProblemJson.of(400, title(400), e));
    }

    /** About a configuration that cannot be used. */
    static Answer problem(int status, String detail, List<ConfigProblemJson> problems) {
        return of(ProblemJson.of(status, title(status), detail, problems));
    }

    private static Answer of(ProblemJson problem) {
        return new Answer(problem.status(), ProblemJson.CONTENT_TYPE, Map.of(), Json.bytes(problem));
    }

    private static String title(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, Map.of(header, value), body);
    }
}
