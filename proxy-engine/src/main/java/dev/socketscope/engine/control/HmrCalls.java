package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.HmrJson;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hot reloading: what waits for pages. */
final class HmrCalls {
    private static final String ALL = ApiOperations.BASE + "/hmr";

    private final Engine engine;
    private final Submission submission;

    HmrCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, call -> {
            call.noBody();
            return Answer.json(Map.of("hmr", engine.hmr().stream().map(HmrJson::of).toList()));
        }), new Operation("POST", ALL + "/{id}/flush", call -> onPage(call, Command.FlushHmr::new)),
                new Operation("DELETE", ALL + "/{id}", call -> onPage(call, Command.DropHmr::new)));
    }

    private Answer onPage(Call call, Function<String, Command> command) throws InterruptedException {
        call.noBody();
        String id = call.variable("id");
        boolean known = engine.hmr().stream().anyMatch(h -> h.connection().equals(id));
        return known
                ? submission.submit(command.apply(id))
                : Answer.problem(404, "No connection " + id + " speaks a hot-reload dialect.");
    }
}
