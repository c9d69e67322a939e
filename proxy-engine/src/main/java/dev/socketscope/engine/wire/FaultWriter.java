package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import tools.jackson.databind.JsonNode;

/** Faults as JSON, in the shape in which they are armed; {@link FaultReader} is the way back. */
public final class FaultWriter {
    private FaultWriter() {}

    public static JsonNode write(Fault fault) {
        return Json.tree(dev.socketscope.engine.config.FaultWriter.write(fault));
    }

    static JsonNode match(FaultMatch match) {
        return Json.tree(dev.socketscope.engine.config.FaultWriter.match(match));
    }
}
