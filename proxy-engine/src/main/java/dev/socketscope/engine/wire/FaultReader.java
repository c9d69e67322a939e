package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.InvalidFaultException;
import tools.jackson.databind.JsonNode;

/** Faults from JSON, strictly: unknown keys and impossible values are refused. */
public final class FaultReader {
    private FaultReader() {}

    /** @throws WireException when it is no fault; names the key, the value and what was expected */
    public static Fault read(JsonNode json) {
        try {
            return dev.socketscope.engine.config.FaultReader.read(new Members(json, ""));
        } catch (InvalidFaultException e) {
            throw WireException.of(e);
        }
    }
}
