package dev.socketscope.app.overview;

import dev.socketscope.engine.api.Leg;
import org.jspecify.annotations.Nullable;

/**
 * What is between two stations.
 *
 * @param leg of this engine's; null between others, where nothing can be measured or broken
 * @param above a round trip; may be empty
 * @param below what is armed or missing there; may be empty
 * @param tone a style class: {@code open}, {@code held}, {@code broken}, {@code quiet}
 */
record Link(@Nullable Leg leg, String above, String below, String tone) {
    static final Link UNKNOWN = new Link(null, "", "", "quiet");
}
