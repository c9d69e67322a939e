package dev.socketscope.app;

/** What pictures are taken of. JavaFX thread only. */
interface Sitter {
    /** Whether there is enough to see. */
    boolean isReady();

    /** Before the first picture. */
    default void begin() {}

    /** Takes the look that a picture wants; its size is seen to. */
    void pose(Shot shot);

    /** Does what a picture wants besides; whether that is still under way. */
    default boolean changes(Shot shot) {
        return false;
    }
}
