package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.CloseInfo;
import java.time.Instant;

/**
 * A connection that had been open and ended.
 *
 * @param connection id
 * @param close as the engine's connection list shows it: who ended it first, and what was seen there
 */
public record Closed(String connection, String path, Instant at, CloseInfo close) {
    /** Whether its own client wanted so. */
    boolean byClientInOrder() {
        return close.by() == CloseInfo.By.CLIENT && close.orderly();
    }
}
