package dev.socketscope.engine.conversation;

import java.util.List;

/**
 * One thing that was said otherwise than it was recorded.
 *
 * @param place of the message among those of its side, from 1: in the recording, or for one that is new, where it came
 * @param lines what distinguishes it, for people
 */
public record Difference(Kind kind, int place, List<String> lines) {
    /** How it differs. */
    public enum Kind {
        /** Was recorded and did not come. */
        MISSING,
        /** Came and was not recorded. */
        EXTRA,
        /** Came with another content. */
        CHANGED,
        /** The connection ended otherwise. */
        CLOSE
    }
}
