package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import tools.jackson.databind.node.ObjectNode;

/** Faults as JSON, in the shape in which they are armed; {@link FaultReader} is the way back. */
public final class FaultWriter {
    private FaultWriter() {}

    public static ObjectNode write(Fault fault) {
        Fields out = new Fields().with("type", fault.spec().type());
        new SpecWriter(out).write(fault.spec());
        if (!fault.match().equals(FaultMatch.ANY)) {
            out.with("match", match(fault.match()));
        }
        if (fault.probability() != 1) {
            out.with("probability", fault.probability());
        }
        Integer count = fault.count();
        if (count != null) {
            out.with("count", count.longValue());
        }
        out.with("seed", fault.seed()).with("after", fault.after());
        if (fault.duration() != null) {
            out.with("duration", fault.duration());
        }
        return fault.label().isEmpty() ? out.done() : out.with("label", fault.label()).done();
    }

    static ObjectNode match(FaultMatch match) {
        Fields out = new Fields().with("connection", match.connection())
                .with("route", match.route())
                .with("path", match.path())
                .with("sandbox", match.sandbox())
                .with("text", match.text());
        if (match.direction() != null) {
            out.with("direction", match.direction());
        }
        if (match.opcode() != null) {
            out.with("opcode", match.opcode());
        }
        return out.with("everyNth", match.everyNth()).with("skip", match.skip()).done();
    }
}
