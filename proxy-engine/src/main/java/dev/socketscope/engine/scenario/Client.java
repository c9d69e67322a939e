package dev.socketscope.engine.scenario;

import dev.socketscope.engine.story.RetryPattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client, as {@link dev.socketscope.engine.story.ClientStories} groups connections.
 *
 * @param connections ids, the oldest first; those whose handshake failed are among them
 * @param gaps seconds between an end and the next attempt, since the last connection that lived for 5 s
 * @param pattern how it spaces its attempts; null when that cannot be told
 */
public record Client(String path, List<String> connections, List<Double> gaps, @Nullable RetryPattern pattern) {
    private static final int SHOWN = 6;

    /** The last few of the gaps, as people read them. */
    public List<String> lastGaps() {
        return gaps.stream()
                .skip(Math.max(0, gaps.size() - SHOWN))
                .map(gap -> Texts.span(Duration.ofMillis(Math.round(gap * 1_000))))
                .toList();
    }
}
