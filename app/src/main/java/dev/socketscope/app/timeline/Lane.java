package dev.socketscope.app.timeline;

import dev.socketscope.engine.story.RetryPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of one connection, or of a client that came again and again.
 *
 * @param connections ids, the oldest first; the newest one names the lane
 * @param pieces in the order of time
 * @param plan null when nothing is planned
 * @param pattern how the client spaces its attempts; null when that cannot be told
 */
record Lane(String path, List<String> connections, List<Piece> pieces, @Nullable Plan plan,
        @Nullable RetryPattern pattern) {
    String newest() {
        return connections.getLast();
    }
}
