package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.wire.ReplayJson;
import dev.socketscope.engine.wire.ReplayPlanJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sending captured messages again. */
final class ReplayCalls {
    private static final String ALL = ApiOperations.BASE + "/replays";
    private static final String ONE = ALL + "/{id}";

    private final Engine engine;
    private final Submission submission;

    ReplayCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("POST", ApiOperations.BASE + "/connections/{id}/replay", this::start),
                new Operation("GET", ALL, this::list), new Operation("GET", ONE, this::one),
                new Operation("DELETE", ONE, this::cancel), new Operation("DELETE", ALL, call -> {
                    call.noBody();
                    return submission.submit(new Command.CancelReplays());
                }));
    }

    private Answer start(Call call) throws InterruptedException {
        Command.StartReplay replay = ReplayPlanJson.read(call.variable("id"), call.json());
        Optional<Answer> missing = submission.missing(replay.connection());
        return missing.isPresent() ? missing.get() : submission.submit(replay);
    }

    private Answer list(Call call) {
        call.noBody();
        return Answer.json(Map.of("replays", engine.replays().stream().map(ReplayJson::of).toList()));
    }

    private Answer one(Call call) {
        call.noBody();
        String id = call.variable("id");
        return find(id).map(ReplayJson::of).map(Answer::json).orElseGet(() -> missing(id));
    }

    private Answer cancel(Call call) throws InterruptedException {
        call.noBody();
        String id = call.variable("id");
        return find(id).isPresent() ? submission.submit(new Command.CancelReplay(id)) : missing(id);
    }

    private Optional<ReplayStatus> find(String id) {
        return engine.replays().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private static Answer missing(String id) {
        return Answer.problem(404, "There is no replay " + id + "; ended ones are forgotten in time.");
    }
}
