package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said about faults. */
final class FaultWords {
    private FaultWords() {}

    static String title(FaultType type) {
        return Strings.of("fault." + type.wireName() + ".title");
    }

    static String summary(FaultType type) {
        return Strings.of("fault." + type.wireName() + ".text");
    }

    static String group(FaultType.Group group) {
        return Strings.of("faults.group." + group.name().toLowerCase(Locale.ROOT));
    }

    static String part(Part part) {
        return Strings.of("fault.part." + part.key());
    }

    static String option(String option) {
        return Strings.of("fault.option." + option);
    }

    /** @param why in the engine's words */
    static String useless(String why) {
        return Strings.of("faults.useless", why);
    }

    static String over(Event.DisarmReason reason) {
        return Strings.of("faults.over." + reason.name().toLowerCase(Locale.ROOT));
    }

    /** {@code Latency 250 ms ± 50 ms}. */
    static String what(FaultStatus status) {
        return (title(status.armed().type()) + " " + SpecWords.of(status.armed().spec())).strip();
    }

    static String lastFired(FaultStatus status, Instant now) {
        Instant last = status.lastFiredAt();
        return last == null ? Units.NOTHING
                : Strings.of("faults.ago", Units.span(last.isAfter(now) ? Duration.ZERO : Duration.between(last, now)));
    }

    /** Until it begins, or until it is over; a dash when neither comes by itself. */
    static String left(FaultStatus status, Instant now) {
        Instant starts = status.armed().startsAt();
        return starts.isAfter(now) ? Strings.of("faults.begins", span(now, starts)) : ends(status.expiresAt(), now);
    }

    private static String ends(@Nullable Instant end, Instant now) {
        return end == null ? Units.NOTHING : span(now, end);
    }

    private static String span(Instant now, Instant then) {
        return Units.span(then.isAfter(now) ? Duration.between(now, then).plusMillis(999) : Duration.ZERO);
    }
}
