package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.BufferedMark;
import dev.socketscope.engine.resume.MessageLog;
import dev.socketscope.engine.ws.FrameEncoder;
import dev.socketscope.engine.ws.Inflation;
import java.nio.charset.StandardCharsets;

/** Marks the JSON objects among the messages that have waited for a client which asked for it; the others go unchanged. */
final class BufferedReplay implements Replay {
    private static final int LONGEST = 1 << 20;

    @Override
    public byte[] toWire(MessageLog.Message message) {
        if (Opcode.of(message.opcode()) != Opcode.TEXT || message.wire().length > LONGEST) {
            return message.wire();
        }
        Inflation content = new WireMessage(Opcode.TEXT, message.wire()).read(LONGEST);
        String marked = content.complete()
                ? BufferedMark.mark(new String(content.bytes(), StandardCharsets.UTF_8), message.atMillis(),
                        message.number())
                : null;
        return marked == null ? message.wire()
                : FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.TEXT, true, false),
                        marked.getBytes(StandardCharsets.UTF_8));
    }
}
