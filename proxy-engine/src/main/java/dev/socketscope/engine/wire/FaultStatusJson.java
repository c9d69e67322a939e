package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An armed fault; {@code fault} has the shape in which it was armed. */
public record FaultStatusJson(String id, JsonNode fault, Instant armedAt, long fired, @Nullable Instant lastFiredAt,
        @Nullable Instant expiresAt) {
    public static FaultStatusJson of(FaultStatus status) {
        ArmedFault armed = status.armed();
        return new FaultStatusJson(armed.id(), FaultWriter.write(armed.fault()), armed.armedAt(), status.fired(),
                status.lastFiredAt(), status.expiresAt());
    }

    public FaultStatus toApi() {
        return new FaultStatus(new ArmedFault(id, FaultReader.read(fault), armedAt), fired, lastFiredAt, expiresAt);
    }
}
