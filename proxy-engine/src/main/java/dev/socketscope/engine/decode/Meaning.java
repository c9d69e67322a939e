package dev.socketscope.engine.decode;

import java.util.List;

/**
 * What a message says.
 *
 * @param summary one line of at most {@value #SUMMARY_CHARS} characters, without control characters
 * @param json a JSON document in UTF-8; bytes stand in it as {@code "12 bytes: 01 02 …"}
 * @param notes what was left out, where reading ended and why, what is a guess; empty when there is nothing to say
 * @param whole whether all bytes were read and made sense
 */
public record Meaning(Format format, String summary, byte[] json, List<String> notes, boolean whole) {
    public static final int SUMMARY_CHARS = 400;

    public Meaning {
        notes = List.copyOf(notes);
    }
}
