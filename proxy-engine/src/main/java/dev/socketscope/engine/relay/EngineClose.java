package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the Close frames that the engine itself sends: masked to the upstream, whose client it is there, plain to the client. */
final class EngineClose {
    static final int FIRST_BYTE = FrameEncoder.firstByte(Opcode.CLOSE, true, false);

    private EngineClose() {}

    static byte[] frame(Leg to, int code, String reason) {
        byte[] payload = FrameEncoder.closePayload(code, reason);
        return to == Leg.CLIENT ? FrameEncoder.unmasked(FIRST_BYTE, payload)
                : FrameEncoder.masked(FIRST_BYTE, ThreadLocalRandom.current().nextInt(), payload);
    }
}
