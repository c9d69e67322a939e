package dev.socketscope.engine.decode;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** What a length-delimited field of Protobuf looks like. */
enum Shape {
    TEXT, MESSAGE, BYTES;

    /** Real schemas seldom go beyond; random bytes do. */
    static final int HIGHEST_FIELD = 1_000;

    /**
     * Text of one line is text. Bytes with line breaks among them may also be a message, whose first tag often is a line feed.
     *
     * @param depth how deep a message in it may go
     */
    static Shape of(byte[] bytes, int depth) {
        Text text = Text.of(bytes);
        if (text == Text.LINE) {
            return TEXT;
        }
        if (depth > 0 && isMessage(bytes)) {
            return MESSAGE;
        }
        return text == Text.LINES ? TEXT : BYTES;
    }

    /** Whether the bytes are fields to their end, at least one. */
    static boolean isMessage(byte[] bytes) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            int fields = 0;
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) > HIGHEST_FIELD || !in.skipField(tag)) {
                    return false;
                }
                fields++;
            }
            return fields > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
