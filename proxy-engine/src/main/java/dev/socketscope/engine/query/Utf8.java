package dev.socketscope.engine.query;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict decoding of UTF-8, of which the ends may be cut off. */
final class Utf8 {
    private Utf8() {}

    /**
     * Decodes the bytes, or answers null when they are not UTF-8.
     *
     * @param cutFront whether the first character may lack its beginning
     * @param cutBack whether the last character may lack its end
     */
    static @Nullable String decode(byte[] bytes, int length, boolean cutFront, boolean cutBack) {
        int from = 0;
        while (cutFront && from < Math.min(3, length) && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(length - from);
        boolean bad = decoder.decode(ByteBuffer.wrap(bytes, from, length - from), out, !cutBack).isError();
        return bad ? null : out.flip().toString();
    }
}
