package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A leg that is missing; {@code next} is absent while an attempt is under way. */
public record AwayJson(String leg, Instant since, String reason, int attempt, int maxAttempts, @Nullable Instant next) {
    static @Nullable AwayJson of(@Nullable Away away) {
        return away == null
                ? null
                : new AwayJson(Names.of(away.leg()), away.since(), away.reason(), away.attempt(), away.maxAttempts(),
                        away.next());
    }

    Away toApi() {
        return new Away(Constants.parse(Leg.class, "away.leg", leg), since, reason, attempt, maxAttempts, next);
    }
}
