package dev.socketscope.engine.ws;

import org.jspecify.annotations.Nullable;

/**
 * What came out of a compressed payload.
 *
 * @param bytes everything that could be had, at most the limit asked for
 * @param ending why it ends where it ends
 */
public record Inflation(byte[] bytes, Ending ending) {

    /** Why the output ends. */
    public enum Ending {
        /** The message has ended. */
        COMPLETE(null),
        /** There is more, but the limit was reached. */
        LIMIT("inflated no further than the limit"),
        /** The compressed data stops in the middle. */
        TRUNCATED("the compressed data is incomplete"),
        /** The data does not follow RFC 1951, or refers to earlier messages that are not here. */
        INVALID("the compressed data is invalid");

        private final @Nullable String note;

        Ending(@Nullable String note) {
            this.note = note;
        }

        /** Half a sentence for people; null for a complete message. */
        public @Nullable String note() {
            return note;
        }
    }

    public boolean complete() {
        return ending == Ending.COMPLETE;
    }
}
