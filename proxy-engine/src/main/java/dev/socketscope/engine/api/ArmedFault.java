package dev.socketscope.engine.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that the engine has taken on.
 *
 * @param id {@code flt_…}, unique within one run of the engine
 */
public record ArmedFault(String id, Fault fault, Instant armedAt) {
    public ArmedFault {
        if (!id.startsWith("flt_")) {
            throw FaultChecks.unfit("id", '"' + id + '"', "flt_ and some characters");
        }
    }

    public FaultSpec spec() {
        return fault.spec();
    }

    public FaultType type() {
        return fault.spec().type();
    }

    /** When it begins to act. */
    public Instant startsAt() {
        return armedAt.plus(fault.after());
    }

    /** When it is disarmed by itself; null when it is not. */
    public @Nullable Instant expiresAt() {
        return fault.duration() == null ? null : startsAt().plus(fault.duration());
    }
}
