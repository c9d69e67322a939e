package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads faults, strictly: unknown keys and impossible values are refused. */
public final class FaultReader {
    private static final long DEFAULT_SEED = 1;
    private final FaultFields in;

    private FaultReader(FaultFields in) {
        this.in = in;
    }

    /**
     * From any notation.
     *
     * @throws InvalidFaultException when values do not fit each other or their ranges
     */
    public static Fault read(FaultFields in) {
        return new FaultReader(in).fault();
    }

    /** From YAML, of which JSON is a part; {@code source} is what messages name. */
    public static Fault parse(String source, String text) throws ConfigException {
        Problems problems = new Problems(source);
        Optional<Fault> fault = new YamlReader(problems).section(text, "a mapping with keys such as type and match")
                .flatMap(FaultReader::read);
        problems.throwIfAny();
        return fault.orElseThrow(() -> new ConfigException(source + ": is empty, expected a fault"));
    }

    /** From a part of a document; empty when it is no fault, which has been reported. */
    static Optional<Fault> read(Section section) {
        return SectionFields.reading(section, FaultReader::read);
    }

    private Fault fault() {
        FaultSpec spec = new FaultSpecReader(in).read(in.choice(FaultType.class, "type"));
        FaultMatch match = match(in.object("match"));
        Integer count = in.has("count") ? (Integer) in.whole("count") : null;
        Fault fault = new Fault(spec, match, in.decimal("probability", 1), count, in.number("seed", DEFAULT_SEED),
                in.span("after", Duration.ZERO), life(spec), in.text("label", ""));
        in.finish();
        return fault;
    }

    /** {@code max-lifetime} has the key {@code duration} for itself. */
    private @Nullable Duration life(FaultSpec spec) {
        return spec.type() == FaultType.MAX_LIFETIME ? null : in.optionalSpan("duration");
    }

    /**
     * The selectors alone; null for none.
     *
     * @throws InvalidFaultException when a value does not fit
     */
    public static FaultMatch match(@Nullable FaultFields in) {
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
}
