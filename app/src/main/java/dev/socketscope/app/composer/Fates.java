package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Event;
import java.util.Locale;
import java.util.Optional;

/** What became of a held message, in words. */
final class Fates {
    private Fates() {}

    /** Empty while nobody has told. */
    static Optional<String> of(String held, RecentEvents events) {
        return events.newest(Event.MessageReleased.class, event -> event.held().equals(held))
                .map(event -> Strings.of("composer.fate." + event.outcome().name().toLowerCase(Locale.ROOT),
                        Units.seconds(event.waited())));
    }

    /** While nobody has told. */
    static String unknown() {
        return Strings.of("composer.fate.unknown");
    }
}
