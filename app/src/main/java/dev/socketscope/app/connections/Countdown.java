package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Leg;
import java.time.Duration;
import java.time.Instant;

/** What comes next for a leg that is missing, in a few words. */
final class Countdown {
    private static final long TENTHS_BELOW_MILLIS = 10_000;

    private Countdown() {}

    static String of(Away away, Instant now) {
        if (away.leg() == Leg.CLIENT) {
            return away.next() == null ? Strings.of("away.client.open")
                    : Strings.of("away.client", left(away.next(), now));
        }
        String attempt = Integer.toString(away.attempt());
        String most = Integer.toString(away.maxAttempts());
        return away.next() == null || !away.next().isAfter(now) ? Strings.of("away.upstream.now", attempt, most)
                : Strings.of("away.upstream", attempt, most, left(away.next(), now));
    }

    private static String left(Instant next, Instant now) {
        Duration left = now.isAfter(next) ? Duration.ZERO : Duration.between(now, next);
        // Tenths are shown as long as they can be read.
        return left.toMillis() < TENTHS_BELOW_MILLIS ? left.toMillis() / 100 / 10.0 + " s" : Units.span(left);
    }
}
