package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Frame;

/** Captured frames as their readers see them, wherever they are kept: numbered in the order of capture. Any thread. */
public interface FrameStore {
    /** Number of the oldest frame still there; equals {@link #endSeq()} when there is none. */
    long firstSeq();

    /** One more than the number of the newest frame. */
    long endSeq();

    /**
     * Copies a frame out.
     *
     * @param maxPayload at most so many payload bytes; 0 for the header alone
     * @return false when the frame was dropped or does not exist yet; {@code into} then holds nothing of use
     */
    boolean read(long seq, int maxPayload, CapturedFrame into);

    /** A way over frames that do not pass; a store which cannot tell them goes over none. */
    default Screening screening(FrameScreen screen) {
        return from -> from;
    }

    /** The id of a connection of which {@link CapturedFrame#connection} tells the number. */
    String connectionId(int connection);

    /** A copied frame with its connection's id. */
    default Frame toFrame(CapturedFrame copy) {
        return copy.toFrame(connectionId(copy.connection()));
    }

    /**
     * Parks the calling thread until there are frames from {@code seenEnd} on, or it is unparked or interrupted. Only one thread
     * of a store may use this.
     */
    void parkUntilGrown(long seenEnd);
}
