package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.BreakpointJson;
import java.util.List;
import java.util.Map;

/** Breakpoints: which are set, setting, clearing. */
final class BreakpointCalls {
    private static final String ALL = ApiOperations.BASE + "/breakpoints";

    private final Engine engine;
    private final Submission submission;

    BreakpointCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, this::list), new Operation("POST", ALL,
                call -> submission.submit(new Command.SetBreakpoint(BreakpointJson.read(call.json())), 400)),
                new Operation("DELETE", ALL, call -> {
                    call.noBody();
                    return submission.submit(new Command.ClearBreakpoints());
                }), new Operation("DELETE", ALL + "/{id}", this::clear));
    }

    private Answer list(Call call) {
        call.noBody();
        return Answer.json(Map.of("breakpoints", engine.breakpoints().stream().map(BreakpointJson::of).toList()));
    }

    private Answer clear(Call call) throws InterruptedException {
        call.noBody();
        String id = call.variable("id");
        boolean there = engine.breakpoints().stream().anyMatch(b -> b.id().equals(id));
        return there
                ? submission.submit(new Command.ClearBreakpoint(id))
                : Answer.problem(404, "There is no breakpoint " + id + ".");
    }
}
