package dev.socketscope.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * A live, numbered list of the frames that a {@link FrameQuery} selects. Rows are numbered from 0 in the order of capture and
 * keep their number; the oldest rows vanish as the capture drops them. Every method answers at once, from any thread, and
 * none of them ever makes traffic wait.
 */
public interface FrameView extends AutoCloseable {
    /** Number of the oldest row that still exists; equals {@link #endRow()} when there is none. */
    long firstRow();

    /** One more than the number of the newest row. */
    long endRow();

    /** The row, or null when it has been dropped, does not exist yet, or is not here yet (remote engines). */
    @Nullable
    FrameRow row(long number);

    /** Number of the first row whose frame is {@code seq} or newer; {@link #endRow()} when there is none. */
    long rowAtOrAfter(long seq);

    /** Captured frames that the filter has not looked at yet; 0 when the view is complete. */
    long pending();

    /**
     * Frames so far on whose content a regular expression of the filter took too long, so that it counted as not matching there;
     * none for a view without one.
     */
    default long givenUp() {
        return 0;
    }

    /** Stops the view's work. Further calls answer as if the capture stood still. */
    @Override
    void close();
}
