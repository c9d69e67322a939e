package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.CloseInfo;
import java.util.Locale;

/** How a leg ended, in words. */
final class Manners {
    private Manners() {}

    static String of(CloseInfo.Manner manner) {
        return Strings.of("event.manner." + manner.name().toLowerCase(Locale.ROOT));
    }
}
