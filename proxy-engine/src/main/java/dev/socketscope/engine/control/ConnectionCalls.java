package dev.socketscope.engine.control;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command.EndConnection;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.metrics.RttSummary;
import dev.socketscope.engine.wire.ConnectionJson;
import dev.socketscope.engine.wire.RttJson;
import dev.socketscope.engine.wire.WireException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections: what they are, and ending them. */
final class ConnectionCalls {
    private static final String ALL = ApiOperations.BASE + "/connections";
    private static final String ONE = ALL + "/{id}";

    private final Engine engine;
    private final Submission submission;

    ConnectionCalls(Engine engine, Submission submission) {
        this.engine = engine;
        this.submission = submission;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, this::list), new Operation("GET", ONE, this::one),
                new Operation("DELETE", ONE, this::end), new Operation("GET", ONE + "/rtt", this::rtt));
    }

    private Answer list(Call call) {
        Optional<State> state = call.query().optionalChoice(State.class, "state");
        call.noBody();
        return Answer.json(Map.of("connections", engine.connections()
                .stream()
                .filter(c -> state.isEmpty() || c.state() == state.get())
                .map(ConnectionJson::of)
                .toList()));
    }

    private Answer one(Call call) {
        call.noBody();
        String id = call.variable("id");
        return engine.connection(id)
                .map(ConnectionJson::of)
                .map(Answer::json)
                .orElseGet(() -> Submission.unknown(id));
    }

    private Answer end(Call call) throws InterruptedException {
        Legs legs = call.query().choice(Legs.class, "leg", Legs.BOTH);
        Mode mode = call.query().choice(Mode.class, "mode", Mode.CLOSE);
        refuseWithoutCloseFrame(call.query(), mode);
        int code = code(call.query());
        String reason = reason(call.query());
        call.noBody();
        String id = call.variable("id");
        Optional<Answer> missing = submission.missing(id);
        return missing.isPresent() ? missing.get() : submission.submit(new EndConnection(id, legs, mode, code, reason));
    }

    /** Nobody would ever see them. */
    private static void refuseWithoutCloseFrame(Params query, Mode mode) {
        for (String key : List.of("code", "reason")) {
            Optional<String> said = query.text(key);
            if (said.isPresent() && mode != Mode.CLOSE) {
                throw new WireException(key, '"' + said.get() + '"', "none: only mode=close sends a Close frame");
            }
        }
    }

    private static int code(Params query) {
        int code = (int) query.number("code", CloseCode.GOING_AWAY, 0, 9_999);
        if (!CloseCode.mayStandOnWire(code)) {
            throw new WireException("code", Integer.toString(code),
                    CloseCode.ON_WIRE + ": no other may stand in a Close frame");
        }
        return code;
    }

    private static String reason(Params query) {
        String reason = query.text("reason").orElse("");
        int length = CloseCode.lengthOnWire(reason);
        if (length > CloseCode.LONGEST_REASON) {
            throw new WireException("reason", length + " bytes",
                    "at most " + CloseCode.LONGEST_REASON + " bytes of UTF-8");
        }
        return reason;
    }

    private Answer rtt(Call call) {
        Leg leg = call.query().choice(Leg.class, "leg", Leg.CLIENT);
        long after = call.query().number("after", 0, 0, Long.MAX_VALUE);
        call.noBody();
        String id = call.variable("id");
        return submission.missing(id).orElseGet(() -> rtt(id, leg, after));
    }

    private Answer rtt(String id, Leg leg, long after) {
        RttPage kept = engine.rtt(id, leg, 0);
        RttPage page = after == 0 ? kept : engine.rtt(id, leg, after);
        return Answer.json(RttJson.of(page).with(RttSummary.of(kept.samples())));
    }
}
