package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A whole frame that the engine itself sends: masked to the upstream, whose client it is there, plain to the client.
 *
 * @param taken runs when the kernel has taken the frame, or the faults that hold bytes up have; never when its socket is lost before
 */
record EngineFrame(Leg to, Opcode opcode, byte[] payload, @Nullable Runnable taken) {

    EngineFrame(Leg to, Opcode opcode, byte[] payload) {
        this(to, opcode, payload, null);
    }

    static EngineFrame close(Leg to, int code, String reason) {
        return new EngineFrame(to, Opcode.CLOSE, FrameEncoder.closePayload(code, reason));
    }

    static EngineFrame text(Leg to, String text) {
        return new EngineFrame(to, Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    EngineFrame whenTaken(Runnable task) {
        return new EngineFrame(to, opcode, payload, task);
    }

    int firstByte() {
        return FrameEncoder.firstByte(opcode, true, false);
    }

    boolean masked() {
        return to == Leg.UPSTREAM;
    }

    /** The frame as it goes onto the wire. */
    byte[] bytes() {
        return masked() ? FrameEncoder.masked(firstByte(), ThreadLocalRandom.current().nextInt(), payload)
                : FrameEncoder.unmasked(firstByte(), payload);
    }
}
