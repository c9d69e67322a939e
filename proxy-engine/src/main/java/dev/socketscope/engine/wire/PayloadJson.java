package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import org.jspecify.annotations.Nullable;

/** Content of a frame or a message: {@code text}, or {@code base64} where the bytes are not text. */
public record PayloadJson(long firstSeq, long lastSeq, String opcode, @Nullable String text, @Nullable String base64,
        long wireLength, boolean compressed, boolean complete, @Nullable String note) {
    public static PayloadJson of(Payload p) {
        Content content = Content.of(p.bytes(), p.opcode() == Opcode.TEXT);
        return new PayloadJson(p.firstSeq(), p.lastSeq(), Names.of(p.opcode()), content.text(), content.base64(),
                p.wireLength(), p.compressed(), p.complete(), p.note());
    }

    public Payload toApi() {
        return new Payload(firstSeq, lastSeq, Constants.parse(Opcode.class, "opcode", opcode),
                new Content(text, base64).bytes(), wireLength, compressed, complete, note);
    }
}
