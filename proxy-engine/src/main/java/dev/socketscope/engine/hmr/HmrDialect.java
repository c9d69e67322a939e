package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The language of one kind of hot-reload server. Implementations are total: what they do not know says nothing. Each socket needs an
 * instance of its own, and one thread.
 */
public sealed interface HmrDialect permits ViteDialect, WebpackDialect, NextDialect, ParcelDialect, GuideDialect {
    /** As in configuration, for example {@code vite}. */
    String wireName();

    /** What a JSON message says; empty when it is none of this dialect. */
    List<HmrFact> read(Direction direction, JsonNode message);

    /** How the page's doubts after a gap are settled. */
    GapRule afterGap();

    /** What a gap in the upstream's socket means for a page. */
    enum GapRule {
        /** Its modules are asked for again, and it is told what has changed. */
        REVALIDATE,
        /** The server's greeting tells the page itself, or makes it ask. */
        SETTLES_ITSELF,
        /** All that it has loaded is asked for again, and it loads itself anew when that has changed. */
        COMPARE,
        /** The server is asked for what was missed. */
        SYNC
    }
}
