package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Faults from JSON, strictly: unknown keys and impossible values are refused. */
public final class FaultReader {
    private static final long DEFAULT_SEED = 1;
    private final Members in;

    private FaultReader(Members in) {
        this.in = in;
    }

    /** @throws WireException when it is no fault; names the key, the value and what was expected */
    public static Fault read(JsonNode json) {
        Members in = new Members(json, "");
        try {
            return new FaultReader(in).fault();
        } catch (InvalidFaultException e) {
            throw invalid(e);
        }
    }

    private static WireException invalid(InvalidFaultException e) {
        String[] parts = e.problem().split(", expected ", 2);
        return new WireException(e.key(), parts[0].replaceFirst("^got ", ""),
                parts.length == 2 ? parts[1] : "something else");
    }

    private Fault fault() {
        FaultSpec spec = new SpecReader(in).read(in.choice(FaultType.class, "type"));
        FaultMatch match = match(in.object("match"));
        Fault fault = new Fault(spec, match, in.decimal("probability", 1), count("count"),
                in.number("seed", DEFAULT_SEED), in.span("after", Duration.ZERO), life(spec),
                in.text("label", ""));
        in.finish();
        return fault;
    }

    /** {@code max-lifetime} has the key {@code duration} for itself. */
    private @Nullable Duration life(FaultSpec spec) {
        return spec.type() == FaultType.MAX_LIFETIME ? null : in.optionalSpan("duration");
    }

    private static FaultMatch match(@Nullable Members in) {
        if (in == null) {
            return FaultMatch.ANY;
        }
        FaultMatch match = new FaultMatch(in.optionalText("connection"), in.optionalText("route"),
                in.optionalText("path"), in.optionalText("sandbox"),
                in.has("direction") ? in.choice(Direction.class, "direction") : null,
                in.has("opcode") ? in.choice(Opcode.class, "opcode") : null, in.optionalText("text"),
                in.whole("everyNth", 1), in.whole("skip", 0));
        in.finish();
        return match;
    }

    private @Nullable Integer count(String key) {
        return in.has(key) ? (Integer) in.whole(key) : null;
    }
}
