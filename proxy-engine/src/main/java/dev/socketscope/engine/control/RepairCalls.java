package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.ScheduleJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What a person decides about a connection that has lost a leg, and about a whole sandbox. */
final class RepairCalls {
    private static final String ONE = ApiOperations.BASE + "/connections/{id}";

    private final Engine engine;
    private final Submission submission;

    RepairCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("POST", ONE + "/retry", call -> onConnection(call, Command.RetryNow::new)),
                new Operation("POST", ONE + "/give-up", call -> onConnection(call, Command.GiveUp::new)),
                new Operation("PUT", ONE + "/schedule", this::schedule),
                new Operation("DELETE", ApiOperations.BASE + "/sandboxes/{sandbox}", this::closeSandbox));
    }

    private Answer onConnection(Call call, Function<String, Command> command) throws InterruptedException {
        call.noBody();
        return submit(call.variable("id"), command);
    }

    private Answer schedule(Call call) throws InterruptedException {
        ObjectNode body = call.json();
        return submit(call.variable("id"), id -> new Command.ChangeSchedule(id, ScheduleJson.read(body)));
    }

    private Answer submit(String id, Function<String, Command> command) throws InterruptedException {
        Optional<Answer> missing = submission.missing(id);
        return missing.isPresent() ? missing.get() : submission.submit(command.apply(id));
    }

    private Answer closeSandbox(Call call) throws InterruptedException {
        call.noBody();
        String sandbox = call.variable("sandbox");
        boolean known = engine.connections()
                .stream()
                .filter(Connection::live)
                .anyMatch(c -> sandbox.equals(c.sandbox()));
        return known
                ? submission.submit(new Command.CloseSandbox(sandbox))
                : Answer.problem(404, "No open connection belongs to a sandbox " + sandbox + ".");
    }
}
