package dev.socketscope.engine.journal;

/** Goes over the frames of a store that do not pass a {@link FrameScreen}. One thread at a time. */
public interface Screening {
    /**
     * Number of a frame from {@code from} on, before which none passes. It need not pass itself: this comes back after some milliseconds,
     * also when none was found in them.
     */
    long skip(long from);
}
