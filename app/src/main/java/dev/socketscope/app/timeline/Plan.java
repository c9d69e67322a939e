package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Event;
import java.time.Duration;
import java.time.Instant;

/**
 * An attempt that is planned, or was.
 *
 * @param number from 1, of {@code most}
 * @param earliest without jitter
 * @param latest with all the jitter there may be
 */
record Plan(String connection, int number, int most, Instant earliest, Instant latest, Instant planned) {
    static Plan of(Event.ReconnectPlanned event) {
        Instant earliest = event.at().plus(event.delay());
        return new Plan(event.connection(), event.attempt(), event.maxAttempts(), earliest,
                earliest.plus(event.jitter()), event.planned());
    }

    /** {@code planned 12:00:03.2, between 12:00:02.8 and 12:00:04.0}. */
    String words() {
        return earliest.equals(latest) ? Strings.of("timeline.plan.at", Units.clock(planned))
                : Strings.of("timeline.plan.between", Units.clock(planned), Units.clock(earliest),
                        Units.clock(latest));
    }

    /** Planned against actual: as {@link #words}, and how much later, or earlier, something came of it. */
    String against(Instant actual) {
        Duration late = Duration.between(planned, actual);
        return words() + ", " + (late.isNegative() ? Strings.of("timeline.plan.early", Units.seconds(late.negated()))
                : Strings.of("timeline.plan.late", Units.seconds(late)));
    }
}
