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

    /** The engine's sentence about it, where there is one; a Close frame with what stands in it. */
    static String of(CloseInfo.Manner manner, String detail) {
        return manner == CloseInfo.Manner.CLOSE_FRAME || detail.isBlank() ? (of(manner) + " " + detail).strip()
                : detail;
    }
}
