package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.wire.HeldJson;
import dev.socketscope.engine.wire.ReleaseJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that breakpoints hold: reading them, and deciding on them. */
final class HeldCalls {
    private static final String ALL = ApiOperations.BASE + "/held";

    private final Engine engine;
    private final Submission submission;
    private final Payloads payloads;

    HeldCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
        this.payloads = new Payloads(engine);
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, this::list), new Operation("GET", ALL + "/{id}", this::one),
                new Operation("POST", ALL + "/{id}", this::release));
    }

    private Answer list(Call call) {
        call.noBody();
        return Answer.json(Map.of("held", engine.heldMessages().stream().map(HeldJson::of).toList()));
    }

    private Answer one(Call call) throws InterruptedException {
        call.noBody();
        String id = call.variable("id");
        Optional<HeldMessage> message = find(id);
        try {
            Optional<byte[]> content = payloads.await(engine.heldContent(id));
            return message.isPresent() && content.isPresent()
                    ? Answer.json(HeldJson.Whole.of(message.get(), content.get()))
                    : missing(id);
        } catch (Payloads.BusyException e) {
            return Answer.problem(503, String.valueOf(e.getMessage()));
        }
    }

    private Answer release(Call call) throws InterruptedException {
        Release release = ReleaseJson.read(call.json());
        String id = call.variable("id");
        return find(id).isPresent() ? submission.submit(new Command.ReleaseHeld(id, release)) : missing(id);
    }

    private Optional<HeldMessage> find(String id) {
        return engine.heldMessages().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    private static Answer missing(String id) {
        return Answer.problem(404, "No message " + id + " is held; it may have gone on.");
    }
}
