package dev.socketscope.engine.control;

import dev.socketscope.engine.wire.Suggestion;
import dev.socketscope.engine.wire.WireException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All operations; finds the one a request means and says what was wrong where there is none. Any thread. */
final class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private final List<Operation> all;

    Operations(Stream<Operation> all) {
        this.all = all.toList();
    }

    List<Operation> all() {
        return all;
    }

    /** @param uri the request target, which begins with a slash */
    Answer answer(String method, String uri, String accept, byte[] body) throws InterruptedException {
        try {
            return find(method, uri, accept, body);
        } catch (IllegalArgumentException _) {
            return Answer.problem(400, "The request target is not percent-encoded correctly.");
        }
    }

    private Answer find(String method, String uri, String accept, byte[] body) throws InterruptedException {
        String raw = uri.split("[?#]", 2)[0];
        List<String> path = Operation.segments(raw)
                .stream()
                .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        List<Operation> here = all.stream().filter(o -> o.match(path).isPresent()).toList();
        if (here.isEmpty()) {
            return Answer.problem(404, "There is nothing at " + raw + suggestion(raw));
        }
        Optional<Operation> meant = here.stream().filter(o -> o.takes(method)).findFirst();
        if (meant.isEmpty()) {
            String allow = here.stream().flatMap(Operation::methods).sorted().collect(Collectors.joining(", "));
            return Answer.problem(405, method + " is not possible here, only " + allow + ".").with("Allow", allow);
        }
        Map<String, String> variables = meant.get().match(path).orElseThrow();
        Params query = Params.of(uri);
        return run(meant.get(), new Call(variables, query, accept, body));
    }

    private Answer run(Operation operation, Call call) throws InterruptedException {
        try {
            return operation.endpoint().answer(call);
        } catch (WireException e) {
            return Answer.problem(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", operation.method(), operation.template(), e);
            return Answer.problem(500, "The engine met an error of its own; its log says more.");
        }
    }

    private String suggestion(String raw) {
        List<String> templates = all.stream().map(Operation::template).distinct().toList();
        String guess = Suggestion.of(raw, templates);
        return guess.isEmpty() ? "; /api/v1/openapi.yaml lists what there is." : guess;
    }
}
