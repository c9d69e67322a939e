package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.InjectMessage;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.wire.InjectionJson;
import dev.socketscope.engine.wire.PayloadJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Captured frames and their content. */
final class FrameCalls {
    private static final String FRAMES = ApiOperations.BASE + "/frames";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST_FRAMES = 1_000;

    private final Engine engine;
    private final Submission submission;
    private final FramePages pages;
    private final Payloads payloads;

    FrameCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
        this.payloads = new Payloads(engine);
        this.pages = new FramePages(engine, payloads);
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ApiOperations.BASE + "/connections/{id}/frames", this::ofConnection),
                new Operation("POST", ApiOperations.BASE + "/connections/{id}/frames", this::inject),
                new Operation("GET", FRAMES, call -> page(asked(call), Set.of())),
                new Operation("DELETE", FRAMES, this::clear),
                new Operation("GET", FRAMES + "/{seq}/payload", this::payload));
    }

    private Answer inject(Call call) throws InterruptedException {
        InjectMessage command = InjectionJson.read(call.variable("id"), call.json());
        Optional<Answer> missing = submission.missing(command.connection());
        return missing.isPresent() ? missing.get() : submission.submit(command);
    }

    private Answer ofConnection(Call call) throws InterruptedException {
        Asked asked = asked(call);
        String id = call.variable("id");
        Optional<Answer> missing = submission.missing(id);
        return missing.isPresent() ? missing.get() : page(asked, Set.of(id));
    }

    private Answer page(Asked asked, Set<String> connections) throws InterruptedException {
        return Answer.json(pages.read(connections, asked.filter, asked.after, asked.limit));
    }

    private record Asked(long after, int limit, String filter) {}

    private static Asked asked(Call call) {
        Asked asked = new Asked(call.query().number("after", 0, 0, Long.MAX_VALUE),
                (int) call.query().number("limit", USUAL_LIMIT, 1, MOST_FRAMES),
                call.query().text("filter").orElse(""));
        call.noBody();
        return asked;
    }

    private Answer clear(Call call) throws InterruptedException {
        call.noBody();
        return submission.submit(new Command.ClearCapture());
    }

    private Answer payload(Call call) throws InterruptedException {
        boolean wholeMessage = call.query().flag("message");
        call.noBody();
        long seq = Params.number("seq", call.variable("seq"), 0, Long.MAX_VALUE);
        try {
            Optional<Payload> found = payloads.await(wholeMessage ? engine.message(seq) : engine.framePayload(seq));
            return found.map(PayloadJson::of)
                    .map(Answer::json)
                    .orElseGet(() -> Answer.problem(404,
                            "Frame " + seq + " is not in the capture: it was dropped or has not come yet."));
        } catch (Payloads.BusyException e) {
            return Answer.problem(503, String.valueOf(e.getMessage()));
        }
    }
}
