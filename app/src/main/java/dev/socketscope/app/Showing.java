package dev.socketscope.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a run of the window is for. */
sealed interface Showing {
    /** For somebody who works with it, until it is closed. */
    record Work() implements Showing {}

    /** For pictures of every panel. @param folder gets them */
    record Pictures(Path folder) implements Showing {}

    /** For the clock, and for the cache of classes that a later start reads: every panel once. */
    record Rehearsal() implements Showing {}

    /** Whether somebody looks; pictures are taken in memory. */
    default boolean toEyes() {
        return !(this instanceof Pictures);
    }

    /** @param pictures null when none are wanted */
    static Showing of(@Nullable Path pictures) {
        return pictures == null ? new Work() : new Pictures(pictures);
    }
}
