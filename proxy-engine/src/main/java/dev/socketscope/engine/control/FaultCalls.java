package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.FaultReader;
import dev.socketscope.engine.wire.FaultStatusJson;
import java.util.List;
import java.util.Map;

/** Faults: which are armed, arming, disarming. */
final class FaultCalls {
    private static final String ALL = ApiOperations.BASE + "/faults";

    private final Engine engine;
    private final Submission submission;

    FaultCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, this::list),
                new Operation("POST", ALL,
                        call -> submission.submit(new Command.ArmFault(FaultReader.read(call.json())), 400)),
                new Operation("DELETE", ALL, call -> {
                    call.noBody();
                    return submission.submit(new Command.DisarmAll());
                }), new Operation("DELETE", ALL + "/{id}", this::disarm));
    }

    private Answer list(Call call) {
        call.noBody();
        return Answer.json(Map.of("faults", engine.faults().stream().map(FaultStatusJson::of).toList()));
    }

    private Answer disarm(Call call) throws InterruptedException {
        call.noBody();
        String id = call.variable("id");
        boolean armed = engine.faults().stream().anyMatch(f -> f.armed().id().equals(id));
        return armed
                ? submission.submit(new Command.DisarmFault(id))
                : Answer.problem(404, "There is no armed fault " + id + ".");
    }
}
