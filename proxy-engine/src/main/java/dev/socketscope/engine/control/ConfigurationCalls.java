package dev.socketscope.engine.control;

import dev.socketscope.engine.control.Reload.Outcome;
import java.util.List;

/** What the engine was told to do, and telling it anew. */
final class ConfigurationCalls {
    private final Reload reload;

    ConfigurationCalls(Reload reload) {
        this.reload = reload;
    }

    List<Operation> operations() {
        return List.of(new Operation("POST", ApiOperations.BASE + "/reload", this::reload));
    }

    private Answer reload(Call call) {
        call.noBody();
        return switch (reload.run()) {
            case Outcome.Done done -> Answer.json(done);
            case Outcome.Refused(var reason, var problems) -> problems.isEmpty()
                    ? Answer.problem(Submission.REFUSED, reason)
                    : Answer.problem(Submission.REFUSED, reason, problems);
        };
    }
}
