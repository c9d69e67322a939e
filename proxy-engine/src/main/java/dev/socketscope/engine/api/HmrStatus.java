package dev.socketscope.engine.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of one connection's hot reloading.
 *
 * @param dialect as in configuration, for example {@code vite}; {@code off} is never told
 * @param queue updates that wait for a page that is away, oldest first, one for each path
 * @param fullReloadNeeded whether the page has to be loaded anew when it returns, which makes the queue moot
 * @param history the newest changes that were sent to the page, oldest first
 * @param error the build error that stands; null when the last build went well
 */
public record HmrStatus(String connection, String dialect, List<Waiting> queue, boolean fullReloadNeeded,
        List<Change> history, @Nullable BuildError error) {

    /**
     * An update that waits.
     *
     * @param kind for example {@code js-update}, {@code css-update}, {@code prune}
     * @param merged how many updates of the path this one stands for, 1 or more
     * @param since when the first of them came
     * @param expires when it is dropped
     */
    public record Waiting(String kind, String path, int merged, Instant since, Instant expires) {}

    /**
     * Something the page was told.
     *
     * @param kind as in {@link Waiting}, or {@code full-reload}
     * @param applied from the message to the page's request for the module; null while none came, and where none is needed
     */
    public record Change(Instant at, String kind, String path, @Nullable Duration applied, Outcome outcome) {}

    /** What became of a change. */
    public enum Outcome {
        /** The page has not asked for it yet. */
        PENDING,
        /** The page has fetched it. */
        APPLIED,
        /** The page had time enough and did not fetch it. */
        NEVER_FETCHED,
        /** Nothing is fetched for such a change, so nobody can know. */
        NOT_TRACKED
    }

    /**
     * An error that the dev server reported.
     *
     * @param file empty when it names none
     * @param line from 1; 0 when it names none
     * @param column 0 when it names none
     * @param frame the piece of source that it shows; may be empty
     * @param stack may be empty
     */
    public record BuildError(Instant at, String message, String file, int line, int column, String frame,
            String stack) {}
}
