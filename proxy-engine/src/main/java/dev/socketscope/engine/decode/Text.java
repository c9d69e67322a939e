package dev.socketscope.engine.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text for people. */
enum Text {
    /** Printable UTF-8. */
    LINE,
    /** The same with line breaks or tabs. */
    LINES,
    /** Anything else. */
    NONE;

    static Text of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.chars().noneMatch(Character::isISOControl)) {
                return LINE;
            }
            return text.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t') ? LINES
                    : NONE;
        } catch (CharacterCodingException e) {
            return NONE;
        }
    }
}
