package dev.socketscope.app.controls;

/** What is chosen in a {@link LineView}: from the anchor to the caret, which may stand before it. */
final class LineChoice {
    private long anchor = -1;
    private long caret = -1;

    boolean isEmpty() {
        return caret < 0;
    }

    long caret() {
        return caret;
    }

    long from() {
        return Math.min(anchor, caret);
    }

    long to() {
        return Math.max(anchor, caret);
    }

    void clear() {
        anchor = -1;
        caret = -1;
    }

    /** Moves the caret; the anchor stays when the choice is extended. */
    void go(long place, boolean extend) {
        caret = place;
        if (!extend || anchor < 0) {
            anchor = place;
        }
    }
}
