package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.InvalidFaultException;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Faults from JSON, strictly: unknown keys and impossible values are refused. */
public final class FaultReader {
    private FaultReader() {}

    /** @throws WireException when it is no fault; names the key, the value and what was expected */
    public static Fault read(JsonNode json) {
        return valid(() -> dev.socketscope.engine.config.FaultReader.read(new Members(json, "")));
    }

    /**
     * The faults of a preset for the connections that {@code {"match": …}} selects.
     *
     * @throws WireException when the selectors are not understood, or are none of connections
     */
    public static List<Fault> read(FaultPreset preset, JsonNode json) {
        return valid(() -> {
            Members in = new Members(json, "");
            List<Fault> faults = preset.faults(dev.socketscope.engine.config.FaultReader.match(in.object("match")));
            in.finish();
            return faults;
        });
    }

    private static <T> T valid(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidFaultException e) {
            throw WireException.of(e);
        }
    }
}
