package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.util.concurrent.ThreadLocalRandom;

/** A Close frame that the engine itself sends: masked to the upstream, whose client it is there, plain to the client. */
record EngineClose(Leg to, byte[] payload) {
    static final int FIRST_BYTE = FrameEncoder.firstByte(Opcode.CLOSE, true, false);

    static EngineClose of(Leg to, int code, String reason) {
        return new EngineClose(to, FrameEncoder.closePayload(code, reason));
    }

    boolean masked() {
        return to == Leg.UPSTREAM;
    }

    /** The frame as it goes onto the wire. */
    byte[] frame() {
        return masked() ? FrameEncoder.masked(FIRST_BYTE, ThreadLocalRandom.current().nextInt(), payload)
                : FrameEncoder.unmasked(FIRST_BYTE, payload);
    }
}
