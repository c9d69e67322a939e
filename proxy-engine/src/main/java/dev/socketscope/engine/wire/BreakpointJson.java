package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.config.FaultReader;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A breakpoint that is set; {@code breakpoint} has the shape in which it was set. */
public record BreakpointJson(String id, JsonNode breakpoint, Instant setAt, long held, int holding) {
    public static BreakpointJson of(BreakpointStatus status) {
        return new BreakpointJson(status.id(), write(status.breakpoint()), status.setAt(), status.held(),
                status.holding());
    }

    public BreakpointStatus toApi() {
        return new BreakpointStatus(id, read(breakpoint), setAt, held, holding);
    }

    /** {@code {"match", "holdFor", "count", "label"}}. */
    public static ObjectNode write(Breakpoint breakpoint) {
        Fields out = new Fields();
        if (!breakpoint.match().equals(FaultMatch.ANY)) {
            out.with("match", FaultWriter.match(breakpoint.match()));
        }
        out.with("holdFor", breakpoint.holdFor());
        if (breakpoint.count() != null) {
            out.with("count", breakpoint.count().longValue());
        }
        return breakpoint.label().isEmpty() ? out.done() : out.with("label", breakpoint.label()).done();
    }

    /** @throws WireException when it is no breakpoint; names the key, the value and what was expected */
    public static Breakpoint read(JsonNode json) {
        Members in = new Members(json, "");
        try {
            Breakpoint breakpoint = new Breakpoint(FaultReader.match(in.object("match")),
                    in.span("holdFor", Breakpoint.USUAL_HOLD), in.has("count") ? (Integer) in.whole("count") : null,
                    in.text("label", ""));
            in.finish();
            return breakpoint;
        } catch (InvalidFaultException e) {
            throw WireException.of(e);
        }
    }
}
