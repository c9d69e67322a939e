package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.util.SequencedMap;

/** Faults as keys with texts, numbers, lists and mappings, for any notation; {@link FaultReader} is the way back. */
public final class FaultWriter {
    private FaultWriter() {}

    public static SequencedMap<String, Object> write(Fault fault) {
        Keys out = new Keys().with("type", fault.spec().type());
        new SpecWriter(out).write(fault.spec());
        if (!fault.match().equals(FaultMatch.ANY)) {
            out.with("match", match(fault.match()));
        }
        if (fault.probability() != 1) {
            out.with("probability", fault.probability());
        }
        Integer count = fault.count();
        if (count != null) {
            out.with("count", count);
        }
        out.with("seed", fault.seed()).with("after", fault.after()).with("duration", fault.duration());
        return fault.label().isEmpty() ? out.done() : out.with("label", fault.label()).done();
    }

    /** The selectors alone. */
    public static SequencedMap<String, Object> match(FaultMatch match) {
        return new Keys().with("connection", match.connection())
                .with("route", match.route())
                .with("path", match.path())
                .with("sandbox", match.sandbox())
                .with("text", match.text())
                .with("direction", match.direction())
                .with("opcode", match.opcode())
                .with("everyNth", match.everyNth())
                .with("skip", match.skip())
                .done();
    }
}
