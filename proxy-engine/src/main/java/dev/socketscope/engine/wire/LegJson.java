package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Connection.LegStatus;
import org.jspecify.annotations.Nullable;

/** One side of a connection; {@code rttMicros} is absent while no ping was answered. */
public record LegJson(String address, @Nullable Long rttMicros, int missedPongs) {
    static LegJson of(LegStatus leg) {
        return new LegJson(leg.address(), leg.rttMicros() == LegStatus.UNKNOWN ? null : leg.rttMicros(),
                leg.missedPongs());
    }

    LegStatus toApi() {
        return new LegStatus(address, rttMicros == null ? LegStatus.UNKNOWN : rttMicros, missedPongs);
    }
}
